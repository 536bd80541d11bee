/**
 * The pnpm that runs this program: an npx inside an npx waits for a lock that the outer one may hold. Without one around,
 * npx brings it.
 */
export function pnpm(): readonly [command: string, ...input: string[]] {
  const around = process.env["npm_execpath"] ?? "";
  if (!/pnpm[^/\\]*$/.test(around)) return ["npx", "-y", "pnpm@12"];
  return /\.[cm]?js$/.test(around) ? [process.execPath, around] : [around];
}
