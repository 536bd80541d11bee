import { type DocumentConfig, isPackageName } from "../config.ts";
import type { Operation, PackageIdentity } from "./api.ts";
import type { GivenIdentity } from "./given-name.ts";
import type { IncomingRequest } from "./incoming.ts";
import { toKebabCase, toTypeName } from "./naming.ts";
import type { TaggedOperation } from "./operation.ts";
import { commonNames } from "./surface.ts";

/** One package to be: who it is and which operations it has. */
export interface PackagePlan {
  readonly identity: PackageIdentity;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly IncomingRequest[];
  /** The tag it was split off by, if any. */
  readonly tag?: string;
}

/** Divides a document's operations among packages, each operation into exactly one. */
export function planPackages(
  operations: readonly TaggedOperation[],
  webhooks: readonly IncomingRequest[],
  title: string,
  config: DocumentConfig,
  scope: string | undefined,
  given: GivenIdentity,
): readonly PackagePlan[] {
  if (config.split !== "tag") {
    const all = operations.map(({ operation }) => operation);
    const [givenScope, givenFolder] = partsOf(given.name);
    const named = {
      package: config.package ?? givenFolder,
      className: config.className ?? given.className,
    };
    return [{ identity: identify(named, title, scope ?? givenScope, all), operations: all, webhooks }];
  }
  const byTag = new Map<string, Operation[]>();
  for (const { operation, tags } of operations) {
    const tag = tagOf({ tags });
    byTag.set(tag, [...(byTag.get(tag) ?? []), operation]);
  }
  return [...byTag].map(([tag, own]) => {
    const named = config.tags && Object.hasOwn(config.tags, tag) ? config.tags[tag] : undefined;
    return {
      identity: identify(named ?? {}, tag, scope, own),
      operations: own,
      webhooks: webhooks.filter((webhook) => tagOf(webhook) === tag),
      tag,
    };
  });
}

/** What decides which package something goes to. */
export function tagOf({ tags }: { readonly tags: readonly string[] }): string {
  return tags[0] ?? "default";
}

/** `@acme/things` -> `@acme`, `things`. */
function partsOf(name: string | undefined): readonly [scope: string | undefined, folder: string | undefined] {
  const slash = name?.indexOf("/") ?? -1;
  return slash < 0 ? [undefined, name] : [name?.slice(0, slash), name?.slice(slash + 1)];
}

function identify(
  {
    package: folder,
    className,
  }: { readonly package?: string | undefined; readonly className?: string | undefined },
  text: string,
  scope: string | undefined,
  operations: readonly Operation[],
): PackageIdentity {
  const derived = folder ?? toKebabCase(text);
  const usable = isPackageName(derived) ? derived : "api";
  const fromText = toTypeName(folder === undefined ? text : folder);
  const derivedClass = fromText === "_" ? "Api" : fromText;
  // A name that nobody asked for gives way to a documented one, and to those that every package has.
  const isTaken = [...commonNames(operations), ...operations.map(({ name }) => name)].includes(derivedClass);
  return {
    folder: usable,
    name: scope === undefined ? usable : `${scope}/${usable}`,
    className: className ?? (isTaken ? `${derivedClass}Client` : derivedClass),
  };
}
