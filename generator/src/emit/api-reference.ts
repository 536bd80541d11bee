import type { Api } from "../model/api.ts";
import type { IncomingRequest } from "../model/incoming.ts";
import { callbacksName, webhooksName } from "../model/surface.ts";
import { codeSpan, markdown } from "./doors.ts";
import { headerText } from "./header.ts";
import { incomingTypes } from "./incoming.ts";
import { Imports } from "./imports.ts";
import { table } from "./markdown.ts";
import { operationSection } from "./operation-reference.ts";
import { typeList } from "./type-reference.ts";
import { unionSections } from "./union-reference.ts";

/** `api.md`: every operation and every type of a package on one page. */
export function apiReference(api: Api): string {
  const sections = [
    `<!-- ${headerText(api).replaceAll("--", "- -")} -->`,
    `# ${api.package.name}: reference`,
    ...api.operations.flatMap((operation) => operationSection(api, operation)),
    ...incomingSections(api),
    ...unionSections(api),
    "## Types",
    api.types.length === 0 ? "None." : typeList(api),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** What the service sends, as two tables. */
function incomingSections(api: Api): readonly string[] {
  const row = (request: IncomingRequest): readonly string[] => {
    const { body, answer } = incomingTypes(api, request, new Imports([]));
    const what = [request.summary, request.description].map((text) => markdown(text ?? ""));
    return [
      request.method,
      codeSpan(body),
      codeSpan(answer),
      what.filter((text) => text !== "").join(" ") + (request.deprecated ? " Deprecated." : ""),
    ];
  };
  const rest = ["request", "body", "answer", "what it is"];
  const webhooks = api.webhooks.map((request) => [codeSpan(request.name), ...row(request)]);
  const callbacks = api.operations.flatMap((operation) =>
    operation.callbacks.map((request) => [
      codeSpan(`${operation.name}.${request.name}`),
      codeSpan(request.url ?? ""),
      ...row(request),
    ]),
  );
  return [
    ...(webhooks.length === 0
      ? []
      : [
          "## Webhooks",
          `Requests that the service sends by itself; \`${webhooksName}\` has their types.`,
          table(["webhook", ...rest], webhooks),
        ]),
    ...(callbacks.length === 0
      ? []
      : [
          "## Callbacks",
          `Requests that the service sends because of calls; \`${callbacksName}\` has their types.`,
          table(["callback", "URL", ...rest], callbacks),
        ]),
  ];
}
