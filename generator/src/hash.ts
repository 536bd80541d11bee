import { createHash } from "node:crypto";

/** By which contents are told apart: two of one hash are taken to be the same. */
export function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
