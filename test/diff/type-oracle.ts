// TypeScript as a judge: may old inputs go into the new package, and new outputs where the old ones went?
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript-5.9";
import { emitPackage } from "../../generator/src/emit/package.ts";
import type { Api } from "../../generator/src/model/api.ts";

/** One question: is the new package one for whoever uses the old one? */
export interface Question {
  readonly old: Api;
  readonly new: Api;
}

const compiler = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");

/** Stand-ins for what the packages take of the runtime: only their shape counts here. */
const prelude = `
export type Deep<T> = T extends string | number | boolean | null | undefined | Date | Blob ? T
  : T extends readonly (infer Item)[] ? Deep<Item>[]
  : T extends object ? { [Key in keyof T]-?: Deep<Exclude<T[Key], undefined>> } : T;
export interface ApiError<Status, Body = unknown> { status: Status; body: Body }
export interface RateLimitError<Body = unknown> { status: 429; body: Body }
export type UndocumentedStatus<Documented = never, Range = "3XX" | "4XX" | "5XX"> =
  (Range extends string ? { undocumented: Range } : never) | (Documented extends never ? never : never);
export type BinaryBody = Blob | ArrayBuffer;
export interface ItemStream<Item> { item: Item }
export interface ServerSentEvent<Data = string> { data: Data }
export type TransportError = "transport";
export type PartialAnswerError = "partial";
`;

const names =
  "ApiError, RateLimitError, UndocumentedStatus, BinaryBody, ItemStream, ServerSentEvent, TransportError, PartialAnswerError";

/**
 * Asks all questions with one run of the compiler.
 *
 * @returns For each question the errors that the compiler has against it; none where it has no objection.
 * @throws Error when a package itself does not compile.
 */
export function askCompiler(questions: readonly Question[]): readonly (readonly string[])[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-types-")));
  try {
    const modules = new Map<Api, string>();
    const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
    const moduleOf = (api: Api): string => {
      const known = modules.get(api);
      if (known !== undefined) return known;
      const name = `p${modules.size}`;
      modules.set(api, name);
      write(`${name}.ts`, declarations(api));
      return name;
    };
    mkdirSync(join(folder, "ask"));
    write("prelude.ts", prelude);
    questions.forEach((question, index) => {
      write(`ask/q${index}.ts`, assertions(moduleOf(question.old), moduleOf(question.new)));
    });
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: "es2023",
      module: "nodenext",
      lib: ["es2023", "dom"],
      types: [],
    };
    write("package.json", '{ "type": "module" }');
    write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
    const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    return sort(stdout, questions.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sort(output: string, count: number): readonly (readonly string[])[] {
  const answers = Array.from({ length: count }, (): string[] => []);
  for (const line of output.split("\n")) {
    const index = /^ask[\\/]q(\d+)\.ts\(/.exec(line)?.[1];
    if (index !== undefined) answers[Number(index)]?.push(line);
    else if (/^\S.*error TS/.test(line)) throw new Error(line);
  }
  return answers;
}

/** Old inputs, as they are and with all that may be given; new outputs, as they are and with all that may come. */
function assertions(old: string, now: string): string {
  const lines = [
    `import type * as Old from "../${old}.js";`,
    `import type * as New from "../${now}.js";`,
    'import type { Deep } from "../prelude.js";',
    "declare const sent: Old.In;\nexport const in1: New.In = sent;",
    "declare const sentWhole: Deep<Old.In>;\nexport const in2: New.In = sentWhole;",
  ];
  for (const name of ["Data", "Item", "Failure"]) {
    lines.push(
      `declare const got${name}: New.${name};\nexport const out${name}1: Old.${name} = got${name};`,
      `declare const got${name}Whole: Deep<New.${name}>;\nexport const out${name}2: Deep<Old.${name}> = got${name}Whole;`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** One module with the types of a package of one operation, and what the operation takes and gives. */
function declarations(api: Api): string {
  const files = new Map(
    [...emitPackage(api, {}, { version: "0.0.0" })].map(({ path, text }) => [path, text]),
  );
  const [operation] = api.operations;
  const module = files.get(`src/operations/${operation?.name ?? ""}.ts`) ?? "";
  const { parameters, input, returns } = signatureOf(module);
  return [
    `import type { ${names} } from "./prelude.js";`,
    files.get("src/types.ts") ?? "",
    ...(files.get("src/errors.ts") ?? "").split("\n").filter((line) => !line.startsWith("import")),
    parameters,
    `export type In = ${input};`,
    `export type Data = ${returns.data};`,
    `export type Item = ${returns.item};`,
    `export type Failure = ${returns.failure};`,
    "",
  ]
    .join("\n")
    .replaceAll("globalThis.", "");
}

interface SignatureText {
  readonly parameters: string;
  readonly input: string;
  readonly returns: { readonly data: string; readonly item: string; readonly failure: string };
}

function signatureOf(module: string): SignatureText {
  const file = ts.createSourceFile("operation.ts", module, ts.ScriptTarget.ES2023, true);
  const declared = file.statements.find((statement) => ts.isInterfaceDeclaration(statement));
  const call = file.statements.find((statement) => ts.isFunctionDeclaration(statement));
  const input = call?.parameters.find(({ name }) => /^(params|body)$/.test(name.getText()));
  const type = input?.type?.getText() ?? "undefined";
  const returned = call?.type;
  const texts =
    returned !== undefined && ts.isTypeReferenceNode(returned)
      ? (returned.typeArguments ?? []).map((argument) => argument.getText())
      : [];
  const [first = "unknown", second = "unknown", third] = texts;
  return {
    parameters: declared?.getText() ?? "",
    input: input?.questionToken === undefined ? type : `${type} | undefined`,
    returns:
      third === undefined
        ? { data: first, item: "unknown", failure: second }
        : { data: second, item: first, failure: third },
  };
}
