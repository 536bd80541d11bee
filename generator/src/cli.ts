import { parseArgs, type ParseArgsConfig } from "node:util";
import { exitCodes } from "./commands/exit-codes.ts";
import { help } from "./commands/help.ts";
import { allowClosedPipes } from "./terminal/closed-pipe.ts";

type Values = ReturnType<typeof parseArgs>["values"];

const generateOptions = {
  check: { type: "boolean" },
  config: { type: "string", short: "c" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  only: { type: "string", multiple: true },
  watch: { type: "boolean", short: "w" },
} as const satisfies ParseArgsConfig["options"];

/**
 * Turns arguments into an exit code, and does nothing else.
 *
 * @param argv - The arguments after the program's name.
 */
export async function main(argv: readonly string[]): Promise<number> {
  allowClosedPipes();
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case "generate":
        return await runGenerate(rest);
      case "build":
        return await runInFolder("build", rest, build);
      case "explain":
        return await runExplain(rest);
      case "diff":
        return await runDiff(rest);
      case "changeset":
        return await runChangeset(rest);
      case "init":
        return await runInFolder("init", rest, init);
      case "--version":
      case "-v":
        return await printVersion();
      case undefined:
        return usageError("say what to do: one of the commands above, such as generate");
      case "help":
      case "--help":
      case "-h":
        process.stdout.write(help());
        return exitCodes.ok;
      default:
        return usageError(`there is no command ${JSON.stringify(command)}${nearest(command)}`);
    }
  } catch (error) {
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      return usageError(error.message);
    }
    process.stderr.write(`clientwright: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env["CLIENTWRIGHT_DEBUG"] !== undefined)
      process.stderr.write(`${String((error as Error).stack)}\n`);
    return exitCodes.unexpected;
  }
}

async function runGenerate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: generateOptions, allowPositionals: false });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  if (
    values.watch === true &&
    (values.check === true || values["dry-run"] === true || values.json === true)
  ) {
    return usageError("--watch writes, again and again: it goes with none of --check, --dry-run and --json");
  }
  const only = names(values.only);
  if (only?.length === 0) return usageError("--only takes names of packages");
  const { generateCommand } = await import("./commands/generate.ts");
  return generateCommand({
    ...text(values, "config"),
    ...(only === undefined ? {} : { only }),
    check: values.check === true,
    dryRun: values["dry-run"] === true,
    json: values.json === true,
    watch: values.watch === true,
  });
}

const diffOptions = {
  config: { type: "string", short: "c" },
  "fail-on": { type: "string" },
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  markdown: { type: "boolean" },
  package: { type: "string", multiple: true },
} as const satisfies ParseArgsConfig["options"];

async function runDiff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: diffOptions,
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  if (positionals.length > 2) return usageError("diff takes what was and what is, and nothing more");
  if (values.json === true && values.markdown === true) return usageError("--json or --markdown, not both");
  const only = names(values.package);
  if (only?.length === 0) return usageError("--package takes names of packages");
  const { levels } = await import("./diff/change.ts");
  const failOn = levels.find((level) => level === values["fail-on"]);
  if (values["fail-on"] !== undefined && failOn === undefined)
    return usageError("--fail-on takes major, minor or patch");
  const { diffCommand } = await import("./commands/diff.ts");
  return diffCommand({
    sides: positionals,
    ...text(values, "config"),
    ...(only === undefined ? {} : { only }),
    format: values.json === true ? "json" : values.markdown === true ? "markdown" : "text",
    ...(failOn === undefined ? {} : { failOn }),
  });
}

async function runChangeset(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      check: { type: "boolean" },
      config: { type: "string", short: "c" },
      help: { type: "boolean", short: "h" },
    },
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  const [since] = positionals;
  if (positionals.length > 1) return usageError("changeset takes what was released, and nothing more");
  const { changesetCommand } = await import("./commands/changeset.ts");
  return changesetCommand({
    ...(since === undefined ? {} : { since }),
    ...text(values, "config"),
    check: values.check === true,
  });
}

async function runExplain(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { config: { type: "string", short: "c" }, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  const [schema] = positionals;
  if (schema === undefined || positionals.length > 1)
    return usageError("explain takes the name of one schema");
  const { explainCommand } = await import("./commands/explain.ts");
  return explainCommand(schema, values.config);
}

/** What commands that take one folder have in common. */
async function runInFolder(
  command: string,
  args: readonly string[],
  run: (folder: string) => Promise<number>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  if (positionals.length > 1) return usageError(`${command} takes one folder`);
  return run(positionals[0] ?? ".");
}

async function build(folder: string): Promise<number> {
  const { buildCommand } = await import("./commands/build.ts");
  return buildCommand(folder);
}

async function init(folder: string): Promise<number> {
  const { initCommand } = await import("./commands/init.ts");
  return initCommand(folder);
}

async function printVersion(): Promise<number> {
  const { version } = await import("./version.ts");
  process.stdout.write(`${version()}\n`);
  return exitCodes.ok;
}

function text<Key extends string>(values: Values, key: Key): { readonly [Name in Key]?: string } {
  const value = values[key];
  return (typeof value === "string" ? { [key]: value } : {}) as { readonly [Name in Key]?: string };
}

/** Names with commas between them, as somebody types them. */
function names(values: readonly string[] | undefined): readonly string[] | undefined {
  return values
    ?.flatMap((each) => each.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function nearest(word: string): string {
  const near = ["generate", "build", "explain", "diff", "changeset", "init"].find(
    (name) => name.startsWith(word.slice(0, 3)) && word.length >= 3,
  );
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** The help is long: what was wrong stands below it, next to the prompt. */
function usageError(message: string): number {
  process.stderr.write(`${help()}\nclientwright: ${message}\n`);
  return exitCodes.usage;
}
