import type { DocumentConfig } from "../config.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { SpecDocument } from "../load/document.ts";
import { report } from "../load/node.ts";
import { Reader } from "../load/reader.ts";
import type { Api, Operation, SecurityScheme } from "./api.ts";
import { checkPlaces } from "./check-places.ts";
import { refuseImmense } from "./composition.ts";
import { directional } from "./direction.ts";
import { packageDocument } from "./document.ts";
import { checkFrame } from "./frame.ts";
import { locate } from "./locate.ts";
import { readIdentity } from "./given-name.ts";
import { checkConfiguredNames } from "./named-by-configuration.ts";
import { configured } from "./naming.ts";
import { type IncomingRequest, readWebhooks } from "./incoming.ts";
import { warnOfNesting } from "./nesting.ts";
import { settleOperations } from "./operation-names.ts";
import { serverVariables, settleSchemes } from "./option-names.ts";
import { readLink, readOperations } from "./operation.ts";
import { type PackagePlan, planPackages } from "./packages.ts";
import { SchemaReader } from "./schema-reader.ts";
import { readSecuritySchemes } from "./security.ts";
import { readServer } from "./server.ts";
import { withStreams } from "./streamed.ts";
import { commonNames, fixedNames, operationNames } from "./surface.ts";
import { declareTypes, schemasOf } from "./type-declarations.ts";
import { refuseEndless } from "./union-cycle.ts";
import { warnOfUntold } from "./union-warning.ts";

/** Where a document comes from and what is to become of it. */
export interface BuildOptions {
  readonly config: DocumentConfig;
  readonly scope?: string;
  /** How generated headers name the document. */
  readonly source: string;
  /** How messages name the configuration, where the document is to have all that it names; one that was released need not. */
  readonly configName?: string;
}

const rootFields = [
  "openapi",
  "info",
  "jsonSchemaDialect",
  "servers",
  "paths",
  "webhooks",
  "components",
  "security",
  "tags",
  "externalDocs",
];

/** Turns a loaded document into the models of its packages. */
export function buildApis(
  document: SpecDocument,
  options: BuildOptions,
  diagnostics: Diagnostics,
): readonly Api[] {
  const reader = new Reader(document, diagnostics);
  const { root } = document;
  reader.known(root, "the document", document.dialect === "3.2" ? [...rootFields, "$self"] : rootFields);
  checkFrame(reader);
  reader.require(root, "info", "the document");
  const info = reader.object(root, "info");
  const title = (info && reader.string(info, "title")) ?? "API";
  const description = info && reader.string(info, "description");
  const documentation = readLink(reader, root);
  const schemas = new SchemaReader(reader);
  const schemes = readSecuritySchemes(reader);
  const variables = serverVariables(reader);
  const chosenNames = options.config.names?.operations ?? {};
  const described = readOperations(reader, schemas, schemes, chosenNames, variables);
  const tagged = settleOperations(reader, withStreams(described));
  const webhooks = readWebhooks(reader, schemas);
  if (tagged.length === 0 && webhooks.length === 0) {
    report(
      reader.diagnostics,
      "CW1032",
      root,
      "the document has no operations",
      "describe at least one under paths",
    );
  }
  const position = ({ file, pointer }: { file: string; pointer: string }): { line: number; column: number } =>
    reader.at(file, pointer).source.locate(pointer);
  // What follows looks through compositions, and would not come to an end.
  if (refuseImmense(schemas.definitions, diagnostics, position)) return [];
  const operations = tagged.map(({ operation }) => operation);
  for (const operation of operations) {
    checkPlaces(reader, operation, (id) => schemas.definitions.get(id));
    warnOfNesting(reader, operation, (id) => schemas.definitions.get(id));
  }
  refuseEndless(schemas.definitions, diagnostics, position);
  warnOfUntold(schemas.definitions, schemasOf({ operations, webhooks }), diagnostics, position);
  const differing = directional(schemas.definitions);
  const server = readServer(reader, root, variables);
  const servers = [server, ...operations.flatMap((operation) => operation.server ?? [])];
  const settledSchemes = settleSchemes(reader, usedSchemes(operations, schemes), servers);
  const common = {
    title,
    source: options.source,
    server,
    ...(description === undefined ? {} : { description }),
    ...(documentation === undefined ? {} : { documentation }),
  };
  if (options.configName !== undefined)
    checkConfiguredNames(reader, options.config, tagged, schemas.definitions.values(), options.configName);
  const plans = planPackages(tagged, webhooks, title, options.config, options.scope, readIdentity(reader));
  for (const plan of plans) checkSurface(reader, plan);
  checkWebhooks(reader, webhooks, plans);
  const names = options.config.names?.schemas ?? {};
  return plans.map((plan) => {
    const { settled, ...types } = declareTypes(reader, plan, schemas.definitions, differing, names);
    return {
      ...common,
      package: plan.identity,
      security: usedSchemes(plan.operations, settledSchemes),
      operations: plan.operations,
      webhooks: plan.webhooks,
      ...types,
      document: () =>
        packageDocument(
          reader,
          plan,
          settledSchemes,
          (name, id) => settled.get(id) ?? (name === undefined ? undefined : configured(names, name)),
        ),
      locate: (origin, steps) => locate(reader, origin, steps),
    };
  });
}

function usedSchemes(
  operations: readonly Operation[],
  schemes: ReadonlyMap<string, SecurityScheme>,
): ReadonlyMap<string, SecurityScheme> {
  const used = new Set(operations.flatMap((operation) => (operation.security ?? []).flat()));
  return new Map([...schemes].filter(([name]) => used.has(name)));
}

/** A webhook goes where the operations of its tag go. */
function checkWebhooks(
  reader: Reader,
  webhooks: readonly IncomingRequest[],
  plans: readonly PackagePlan[],
): void {
  for (const webhook of webhooks.filter((each) => !plans.some((plan) => plan.webhooks.includes(each)))) {
    report(
      reader.diagnostics,
      "CW2013",
      reader.at(webhook.file, webhook.pointer),
      `no operation has the first tag of the webhook ${JSON.stringify(webhook.name)}, so no package has it`,
      "give it the tag of the operations that it belongs to",
    );
  }
}

/** The class and the operations bring no name that their package has anyhow, and no operation a type called like another. */
function checkSurface(reader: Reader, plan: PackagePlan): void {
  const { name: packageName, className } = plan.identity;
  if (commonNames(plan.operations).includes(className)) {
    report(
      reader.diagnostics,
      "CW2003",
      reader.document.root,
      `the class of ${packageName} would be called ${className}, a name that every package has already`,
      "give it another className in the configuration",
    );
  }
  const fixed = new Set(fixedNames(plan));
  const functions = new Set(plan.operations.map((operation) => operation.name));
  for (const operation of plan.operations) {
    const { name, id, file, pointer } = operation;
    const clash = operationNames(operation).find(
      (each) => fixed.has(each) || (each !== name && functions.has(each)),
    );
    if (clash === undefined) continue;
    report(
      reader.diagnostics,
      "CW2003",
      reader.at(file, `${pointer}/operationId`),
      `the operation ${JSON.stringify(id)} would bring the name ${clash}, which the package ${packageName} has already`,
      `name it in the configuration: names: { operations: { ${JSON.stringify(id)}: "…" } }`,
    );
  }
}
