/** What begins the name of every extension of ours. */
export const extensionPrefix = "x-clientwright-";

/** The objects that each extension says something of, as messages call them; EXTENSIONS.md describes them all. */
export const extensionPlaces: Readonly<Record<string, readonly string[]>> = {
  "x-clientwright-batch": ["an operation"],
  "x-clientwright-env": ["a security scheme", "a server variable"],
  "x-clientwright-idempotency": ["an operation"],
  "x-clientwright-name": ["an operation", "a schema"],
  "x-clientwright-open": ["a schema"],
  "x-clientwright-option": ["a security scheme"],
  "x-clientwright-package": ["the document"],
  "x-clientwright-pagination": ["an operation"],
  "x-clientwright-partial": ["an operation"],
  "x-clientwright-preview": ["an operation"],
  "x-clientwright-stream": ["a media type"],
  "x-clientwright-union": ["a schema"],
  "x-clientwright-values": ["a server variable"],
  "x-clientwright-variant": ["a schema"],
};

/** For the authors of a document alone: it may stand everywhere, and nothing is read from it. */
export const noteExtension = "x-clientwright-provenance";
