import type { BodyCodec } from "../body/codec.js";
import type { CallOptions } from "../options.js";
import { loopback, sendJson, type Received } from "./loopback.js";
import { sampleClient, sampleOperation } from "./sample.js";

/** What arrives at a server. */
export async function sent(body: BodyCodec, value: unknown, options: CallOptions = {}): Promise<Received> {
  const server = await loopback((response) => sendJson(response, 200, {}));
  await sampleOperation({ method: "POST", body })(sampleClient(server.url), value, options);
  const [received] = server.received;
  if (!received) throw new Error("Nothing arrived");
  return received;
}
