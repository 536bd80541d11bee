import { version } from "../version.ts";

/** What an `npm run` does in a workspace of generated packages. */
const scripts: Readonly<Record<string, string>> = {
  generate: "clientwright generate",
  build: "npm run build --workspaces --if-present",
  typecheck: "npm run typecheck --workspaces --if-present",
  check: "clientwright generate --check && clientwright changeset --check",
  test: "npm run check && npm run build && npm run typecheck",
  // The packages say their version in code, and the lock file says it too.
  "release:version": "changeset version && clientwright generate && npm install --package-lock-only",
  release: "npm run build && npm run typecheck && changeset publish",
};

/** The oldest and the newest line of a tool that makes versions and changelogs; which one fits is up to the Node at hand. */
const releaseTool: readonly [name: string, range: string] = ["@changesets/cli", "^2.31.1 || ^3.0.3"];

const packages = "packages/*";

/** The first `package.json`: a private workspace whose packages npm, pnpm and yarn find. */
export function packageTemplate(name: string): string {
  return json({
    name: `${name}-workspace`,
    private: true,
    type: "module",
    workspaces: [packages],
    scripts,
    devDependencies: { [releaseTool[0]]: releaseTool[1], "@clientwright/generator": `^${version()}` },
  });
}

/** The first `.changeset/config.json`; who may install a package is said in its `package.json`. */
export function changesetsTemplate(): string {
  return json({ changelog: "@changesets/cli/changelog", commit: false, baseBranch: "main" });
}

/** The script `test` that `npm init` writes. */
const placeholder = 'echo "Error: no test specified"';

/** Commands that give a `package.json` which was already there what it lacks; none where it has it all. */
export function missingFrom(text: string): readonly string[] {
  const manifest = parse(text);
  const own = parse(JSON.stringify(manifest["scripts"] ?? {}));
  const settings = [
    ...("workspaces" in manifest ? [] : [`workspaces[]=${packages}`]),
    ...Object.entries(scripts)
      .filter(([name]) => !(name in own) || String(own[name]).startsWith(placeholder))
      .map(([name, script]) => `scripts.${name}=${script}`),
  ];
  const installed = new Set(
    ["dependencies", "devDependencies"].flatMap((field) =>
      Object.keys(parse(JSON.stringify(manifest[field] ?? {}))),
    ),
  );
  const tools = ["@clientwright/generator", releaseTool[0]].filter((tool) => !installed.has(tool));
  return [
    ...settings.map((setting) => `npm pkg set "${setting}"`),
    ...(tools.length === 0 ? [] : [`npm install --save-dev ${tools.join(" ")}`]),
  ];
}

/** An object, whatever the text is: a file that is no JSON lacks everything. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? (found as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
