import { parseArgs, type ParseArgsConfig } from "node:util";
import { exitCodes } from "./commands/exit-codes.ts";
import { help } from "./commands/help.ts";

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
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case "generate":
        return await runGenerate(rest);
      case "explain":
        return await runExplain(rest);
      case "init":
        return await runInit(rest);
      case "--version":
      case "-v":
        return await printVersion();
      case undefined:
      case "help":
      case "--help":
      case "-h":
        process.stdout.write(help());
        return command === undefined ? exitCodes.usage : exitCodes.ok;
      default:
        return usageError(`there is no command ${JSON.stringify(command)}`);
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
  const { generateCommand } = await import("./commands/generate.ts");
  return generateCommand({
    ...text(values, "config"),
    ...(values.only === undefined ? {} : { only: values.only.flatMap((names) => names.split(",")) }),
    check: values.check === true,
    dryRun: values["dry-run"] === true,
    json: values.json === true,
    watch: values.watch === true,
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

async function runInit(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(help());
    return exitCodes.ok;
  }
  if (positionals.length > 1) return usageError("init takes one folder");
  const { initCommand } = await import("./commands/init.ts");
  return initCommand(positionals[0] ?? ".");
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

function usageError(message: string): number {
  process.stderr.write(`clientwright: ${message}\n\n${help()}`);
  return exitCodes.usage;
}
