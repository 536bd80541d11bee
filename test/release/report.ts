import type { Checked } from "./check.ts";

/** Prints what was found of each package. Says whether all of them may be published. */
export function report(checked: readonly Checked[]): boolean {
  for (const { tarball, problems } of checked) {
    const { manifest, bytes } = tarball;
    const title = `${manifest.name}@${manifest.version}, ${(bytes.length / 1000).toFixed(1)} kB`;
    process.stdout.write(`${title}: ${problems.length === 0 ? "ready" : `${problems.length} to mend`}\n`);
    for (const { check, message } of problems) process.stdout.write(`  ${check}: ${message}\n`);
  }
  return checked.length > 0 && checked.every(({ problems }) => problems.length === 0);
}
