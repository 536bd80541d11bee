// A module worker: the base URL is the body of the request, the report is the answer.
import { smoke } from "./smoke.js";

export const worker: { fetch(request: Request): Promise<Response> } = {
  async fetch(request) {
    return Response.json(await smoke(await request.text()));
  },
};
