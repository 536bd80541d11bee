// Writes the version of package.json into src/version.ts: the user agent needs it, and a package that runs in browsers
// and Workers cannot read its package.json.
import { readFileSync, writeFileSync } from "node:fs";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);
const file = new URL("../src/version.ts", import.meta.url);
const text = `// Written by scripts/version.ts from package.json when the package is built.
export const version = ${JSON.stringify(version)};
`;
// Left alone when it is right, so that a build does not look like a change.
if (readFileSync(file, "utf8") !== text) writeFileSync(file, text);
