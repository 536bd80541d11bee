import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "../load/yaml.ts";
import type { PackageManager } from "./package-manager.ts";
import { ignored, packages, releaseTool, scriptsFor } from "./package-template.ts";

/** What files that were already there, and are kept, lack. */
export interface Missing {
  /** Give `package.json` what can be given to it without a loss. */
  readonly commands: readonly string[];
  /** What a person has to do, or to decide. */
  readonly notes: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Looks at a folder before anything is written to it. */
export function missingIn(root: string, manager: PackageManager): Missing {
  const manifest = read(root, "package.json");
  const workspace = read(root, "pnpm-workspace.yaml");
  const ignore = read(root, ".gitignore");
  const found = manifest === undefined ? { commands: [], notes: [] } : missingFrom(manifest, manager);
  return {
    commands: found.commands,
    notes: [
      ...found.notes,
      ...(workspace === undefined || finds(asObject(parseYaml(workspace).value)["packages"])
        ? []
        : [`pnpm-workspace.yaml does not name the new packages: add "${packages}" to its list packages`]),
      ...(ignore === undefined ? [] : unignored(ignore)),
    ],
  };
}

/** The script `test` that `npm init` writes. */
const placeholder = 'echo "Error: no test specified"';

/** What a `package.json` that was already there lacks; nothing where it has it all. */
export function missingFrom(text: string, manager: PackageManager): Missing {
  const manifest = parse(text);
  const own = asObject(manifest["scripts"]);
  const wanted = Object.entries(scriptsFor(manager));
  const settings = [
    ...(manager.name === "pnpm" ? [] : workspaceSetting(manifest["workspaces"])),
    ...wanted
      .filter(([name]) => !(name in own) || String(own[name]).startsWith(placeholder))
      .map(([name, script]) => `scripts.${name}=${script}`),
  ];
  const installed = new Set(
    ["dependencies", "devDependencies"].flatMap((field) => Object.keys(asObject(manifest[field]))),
  );
  const tools = ["@clientwright/generator", releaseTool[0]].filter((tool) => !installed.has(tool));
  return {
    commands: [
      ...settings.map((setting) => `npm pkg set "${setting}"`),
      ...(tools.length === 0 ? [] : [manager.addTools(tools)]),
    ],
    notes: [
      ...(manager.name === "pnpm" ? [] : workspaceNote(manifest["workspaces"])),
      ...wanted
        .filter(([name]) => name in own && name in does && does[name]?.test(String(own[name])) === false)
        .map(
          ([name, script]) =>
            `the script ${name} of package.json is kept, and what follows needs it to do this too: ${script}`,
        ),
    ],
  };
}

const everyPackage = /(^|\s)(-ws|--workspaces|-r|--recursive|workspaces|turbo|nx|lerna)(\s|$)/;

/** By what the scripts that the printed steps run are known to do what those steps need. */
const does: Readonly<Record<string, RegExp>> = {
  build: everyPackage,
  typecheck: everyPackage,
  check: /clientwright generate/,
  "release:version": /changeset version/,
  release: /changeset publish/,
};

function workspaceSetting(workspaces: unknown): readonly string[] {
  const isList = workspaces === undefined || Array.isArray(workspaces);
  return !isList || finds(workspaces) ? [] : [`workspaces[]=${packages}`];
}

/** Yarn 1 takes an object too, and npm no command for a `package.json` that has one. */
function workspaceNote(workspaces: unknown): readonly string[] {
  if (workspaces === undefined || Array.isArray(workspaces)) return [];
  const list = asObject(workspaces)["packages"];
  const wanted = [
    ...(Array.isArray(list) ? (list as readonly unknown[]) : []),
    ...(finds(list) ? [] : [packages]),
  ];
  return [
    `npm refuses a package.json whose workspaces are no list: write "workspaces": ${JSON.stringify(wanted)}`,
  ];
}

/** Whether a list of folders of packages has those that generate writes. */
function finds(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.some((each) => /^(packages|\*|\*\*)\/\*\*?$|^\*\*$/.test(String(each).replaceAll(/^\.\/|\/$/g, "")))
  );
}

function unignored(text: string): readonly string[] {
  const has = new Set(text.split("\n").map((line) => line.trim().replaceAll(/^\*\*\/|\/$/g, "")));
  const lacking = ignored.filter((name) => !has.has(name.replace(/\/$/, "")));
  return lacking.length === 0 ? [] : [`.gitignore was kept: add ${lacking.join(" and ")} to it`];
}

function read(root: string, name: string): string | undefined {
  return existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8") : undefined;
}

/** An object, whatever the text is: a file that is no JSON lacks everything. */
function parse(text: string): Fields {
  try {
    // Some editors begin a file with a byte order mark, which JSON.parse refuses.
    return asObject(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
