// A client of the package under test, a service that takes everything, and what was sent to it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Client } from "@clientwright/runtime";
import { judge, wireOf, type WireRequest } from "@clientwright/testing";
import type { JsonValue } from "../../docs/json.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { type AnyCall, loadSubject, setting, type Subject } from "../subject.ts";

export interface Sandbox {
  readonly subject: Subject;
  readonly client: Client;
  /** What was sent, oldest first. */
  readonly sent: readonly WireRequest[];
  /** Answers from now on: the last one stays. Forgets what was sent. */
  answer(...answers: readonly { readonly status?: number; readonly body?: JsonValue }[]): void;
  call(operation: string, input?: unknown, options?: object): AnyCall;
  /** The body of the only request. */
  sentBody(): unknown;
  /** The names of the rules that the only request breaks. */
  broken(): readonly string[];
  /** Calls a function that the package exports. */
  use(name: string, ...given: readonly unknown[]): unknown;
  /** What a module of the runtime exports, as it is installed. */
  runtime(entry: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Makes a sandbox. Nothing in it judges requests unless it is asked to. */
export async function openSandbox(): Promise<Sandbox> {
  const subject = await loadSubject();
  const judged = judge(subject.document);
  const sent: WireRequest[] = [];
  let answers: readonly { readonly status?: number; readonly body?: JsonValue }[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(await wireOf(request));
    const { status = 200, body = {} } = answers[0] ?? {};
    if (answers.length > 1) answers = answers.slice(1);
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  };
  const client = subject.createClient({ ...asOptions(credentialsOf(subject.document)), fetch, retry: false });
  const only = (): WireRequest => {
    const [request, ...others] = sent;
    if (!request || others.length > 0) throw new Error(`${sent.length} requests were sent, not one`);
    return request;
  };
  return {
    subject,
    client,
    sent,
    answer: (...next) => {
      answers = next;
      sent.length = 0;
    },
    call: (operation, input, options) => subject.call("function", client, operation, input, options),
    sentBody: () => JSON.parse(new TextDecoder().decode(only().body)),
    broken: () => judged.request(only()).rejections.map(({ rule }) => rule),
    use: (name, ...given) => {
      const found = subject.exports[name];
      if (typeof found !== "function") throw new TypeError(`There is no function ${name}`);
      return found(...given);
    },
    runtime: (entry) => {
      const { resolve } = createRequire(join(setting("PROJECT"), "package.json"));
      return import(pathToFileURL(resolve(`@clientwright/runtime/${entry}`)).href);
    },
  };
}
