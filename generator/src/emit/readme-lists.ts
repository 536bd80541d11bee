import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import { batchName } from "../model/surface.ts";
import { batchExample } from "./batch-example.ts";
import { codeSpan, ident, lit } from "./doors.ts";
import { exampleArgument } from "./example.ts";
import { exampleClient } from "./example-client.ts";
import { fence } from "./markdown.ts";

/** The part of a README on operations that answer page by page; empty when there are none. */
export function pagesSection(api: Api): readonly string[] {
  const paged = api.operations.filter(({ pagination }) => pagination);
  const [first] = paged;
  if (first === undefined) return [];
  return [
    "## Pages",
    `${names(paged.map(({ name }) => name))} answer${paged.length === 1 ? "s" : ""} page by page. Iterated, a call gives the items of all pages; awaited, the first page. Each iteration begins at the first page, and leaving it stops its requests.`,
    fence("ts", pagesUsage(api, first)),
    "`pages({ cursor })` goes on from the `cursor` of a page, in another process too. With `prefetch: true` the next page is asked for while this one is consumed. A page that failed can be asked for again; a service that leads back to an earlier page is an error, not an endless loop.",
  ];
}

/** The part of a README on operations that may answer with a part only; empty when there are none. */
export function partialSection(api: Api): readonly string[] {
  const partial = api.operations.filter((operation) => operation.partial.length > 0);
  if (partial.length === 0) return [];
  return [
    "## Partial answers",
    [
      `${names(partial.map(({ name }) => name))} can succeed with a part of what was asked for.`,
      'The option `onPartial` takes a function to be told, or `"error"` to get a `PartialAnswerError`.',
      ...(partial.some(({ pagination }) => pagination) ? ["A page tells why in `page.partial`."] : []),
    ].join(" "),
  ];
}

function pagesUsage(api: Api, operation: Operation): string {
  const argument = exampleArgument(api, operation);
  return [
    `import { createClient, ${ident(operation.name)} } from ${lit(api.package.name)};`,
    "",
    `const call = ${ident(operation.name)}(${exampleClient(api, operation)}${argument === undefined ? "" : `, ${argument}`});`,
    "for await (const item of call) console.log(item);",
    "",
    "const page = await call; // the first one: its items, cursor and data",
    "const some = await call.toArray({ max: 500 });",
    "console.log(page.items.length, some.length);",
    "for await (const { items, cursor } of call.pages({ prefetch: true })) console.log(items.length, cursor);",
  ].join("\n");
}

/** The part of a README on operations that take many items; empty when there are none. */
export function batchesSection(api: Api): readonly string[] {
  return api.operations.flatMap((operation) =>
    operation.batch === undefined ? [] : batchText(api, operation, operation.batch),
  );
}

function batchText(api: Api, operation: Operation, batch: Batch): readonly string[] {
  const name = batchName(operation);
  const limits = [
    ...(batch.maxItems === undefined ? [] : [`${batch.maxItems} items`]),
    ...(batch.maxBytes === undefined ? [] : [`${batch.maxBytes} bytes`]),
  ].join(" and ");
  return [
    `## Batches: ${codeSpan(name)}`,
    `Takes items from an array, a generator or a stream and sends them with ${codeSpan(operation.name)}${limits === "" ? "" : `, at most ${limits} a request`}. Several requests are on their way at once, and the source is read only as fast as they are done.`,
    fence(
      "ts",
      [
        `import { ${ident(name)}, createClient } from ${lit(api.package.name)};`,
        "",
        `const client = ${exampleClient(api, operation)};`,
        batchExample(api, operation, batch),
        "console.log(sent);",
      ].join("\n"),
    ),
    "Iterated in place of awaited, it gives what became of each request, with its items. Nothing is lost: every item that was taken was sent or is in a failure, and `attempts: 0` says that it did not leave. When the source throws or the signal ends the batch, a `BatchStoppedError` says how far it came.",
  ];
}

function names(all: readonly string[]): string {
  const spans = all.map(codeSpan);
  return [...spans.slice(0, -2), spans.slice(-2).join(" and ")].join(", ");
}
