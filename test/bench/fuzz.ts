import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { carryThrough, mutated } from "../../generator/src/testing/mutations.ts";

/**
 * Documents with anything anywhere, 50 times as many as the test tries: none may end in a crash, in nothing at all, or in
 * code that does not parse. `SEED` tries others.
 */
const numRuns = Number(process.env["RUNS"] ?? 100_000);
const seed = Number(process.env["SEED"] ?? 7);
const folder = mkdtempSync(join(tmpdir(), "clientwright-fuzz-"));
let packages = 0;
const codes = new Map<string, number>();
try {
  fc.assert(
    fc.property(mutated, (document) => {
      writeFileSync(join(folder, "openapi.json"), document);
      const outcome = carryThrough("openapi.json", folder);
      if (outcome.files > 0) packages++;
      for (const code of new Set(outcome.codes)) codes.set(code, (codes.get(code) ?? 0) + 1);
      return outcome.broken.length === 0 && outcome.codes.length + outcome.files > 0;
    }),
    { seed, numRuns },
  );
  const found = [...codes].toSorted().map(([code, count]) => `${code} ${count}`);
  process.stdout.write(
    `${numRuns} documents, seed ${seed}: ${packages} gave a package; ${found.join(", ")}; none crashed, none gave broken code\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
