import { child, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { headerFields } from "./parameter.ts";

/** Fields of every version that is read: one that is too new for its document is no mistake to tell of. */
const fields = {
  info: ["title", "summary", "description", "termsOfService", "contact", "license", "version"],
  contact: ["name", "url", "email"],
  license: ["name", "identifier", "url"],
  tag: ["name", "summary", "description", "externalDocs", "parent", "kind"],
  components: [
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
  ],
};

/** Warns of misspelt fields in the objects around a document's operations, most of which nothing is generated for. */
export function checkFrame(reader: Reader): void {
  const { root } = reader.document;
  const info = child(root, "info");
  known(reader, info, "info", fields.info);
  known(reader, info && child(info, "contact"), "a contact", fields.contact);
  known(reader, info && child(info, "license"), "a license", fields.license);
  known(reader, child(root, "components"), "components", fields.components);
  const tags = child(root, "tags");
  if (!Array.isArray(tags?.value)) return;
  for (const index of tags.value.keys()) known(reader, child(tags, index), "a tag", fields.tag);
}

/** Warns of misspelt fields in the headers of a response, which nothing is generated for. */
export function checkHeaders(reader: Reader, response: SpecNode): void {
  for (const [, reference] of reader.members(child(response, "headers"))) {
    known(reader, reader.follow(reference), "a header", headerFields);
  }
}

function known(reader: Reader, node: SpecNode | undefined, what: string, names: readonly string[]): void {
  if (node !== undefined) reader.known(node, what, names);
}
