/** A type of the DOM that nanotar's types name and `@types/node` does not have as a global one. */
type CompressionFormat = "deflate" | "deflate-raw" | "gzip";
