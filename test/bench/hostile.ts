import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Diagnostics } from "../../generator/src/diagnostics.ts";
import { emitPackage } from "../../generator/src/emit/package.ts";
import { loadDocument } from "../../generator/src/load/document.ts";
import { buildApis } from "../../generator/src/model/build.ts";
import { wrongIn } from "../../generator/src/testing/hostile-check.ts";
import { hostileDocument, payloads, placesOfText } from "../../generator/src/testing/hostile.ts";

/**
 * Every payload alone in every place of a document that holds a text: what the tests do with all payloads in one place,
 * or one payload in all places, one by one. Prints what was tried, and what was wrong of it. `EVERY=10` tries every tenth.
 */
const every = Number(process.env["EVERY"] ?? 1);
const folder = mkdtempSync(join(tmpdir(), "clientwright-hostile-"));
try {
  const places = placesOfText();
  let files = 0;
  let wrong = 0;
  let refused = 0;
  let combination = 0;
  let tried = 0;
  for (const place of places) {
    for (const [what, payload] of Object.entries(payloads)) {
      if (combination++ % every !== 0) continue;
      tried++;
      writeFileSync(
        join(folder, "openapi.json"),
        hostileDocument((here) => (here === place ? payload : here)),
      );
      const diagnostics = new Diagnostics();
      const document = loadDocument("openapi.json", folder, diagnostics);
      const options = { config: { document: "openapi.json" }, source: "openapi.json" };
      const apis = document === undefined ? [] : buildApis(document, options, diagnostics);
      if (diagnostics.hasErrors) {
        refused++;
        continue;
      }
      for (const { path, text } of apis.flatMap((api) => [...emitPackage(api, {}, { version: "1.0.0" })])) {
        files++;
        const found = wrongIn(path, text);
        wrong += found.length;
        for (const each of found) process.stdout.write(`${what} in ${place}: ${each}\n`);
      }
    }
  }
  const count = Object.keys(payloads).length;
  process.stdout.write(
    `${places.length} places x ${count} payloads, ${tried} of them tried: ${files} files, ${refused} documents refused, ${wrong} wrong (0 may be)\n`,
  );
  if (wrong > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
