import type { Api } from "../model/api.ts";
import { webhooksName } from "../model/surface.ts";
import { lit } from "./doors.ts";
import { fence } from "./markdown.ts";

/** The part of a README on requests that the service sends by itself; empty when there are none. */
export function webhooksSection(api: Api): readonly string[] {
  const [first] = api.webhooks;
  if (first === undefined) return [];
  return [
    "## Webhooks",
    "The service sends requests by itself. Whoever receives them has their types: `body` is what arrives, `answer` what the service takes. [api.md](./api.md#webhooks) lists them all.",
    fence(
      "ts",
      [
        `import type { ${webhooksName} } from ${lit(api.package.name)};`,
        "",
        `export function receive(body: ${webhooksName}[${lit(first.name)}]["body"]): void {`,
        "  console.log(body);",
        "}",
      ].join("\n"),
    ),
  ];
}
