import type { Api, Operation, SecurityScheme, Server } from "../model/api.ts";
import type { Comparison } from "./operations.ts";
import type { Recorder, Scope } from "./recorder.ts";

/** Compares where a service is. An operation without a server of its own uses the package's. */
export function compareServers(
  recorder: Recorder,
  old: Server | undefined,
  now: Server | undefined,
  scope: Scope,
): void {
  const [before, after] = [old?.url, now?.url];
  if (before !== after) {
    // One that an operation no longer has of its own is the package's, which is always there.
    const gone = after === undefined && old !== undefined && now !== undefined;
    recorder.add(gone ? "server-removed" : "server-changed", scope, {
      before: before ?? "none",
      after: after ?? "none",
    });
  }
  for (const variable of old?.variables ?? []) {
    const found = now?.variables.find(({ name }) => name === variable.name);
    if (found === undefined) continue;
    const at = { ...scope, steps: [] };
    if (variable.default !== found.default) {
      recorder.add("server-default-changed", at, { before: variable.default, after: found.default });
    }
    if (variable.env !== found.env && variable.env !== undefined) {
      recorder.add("environment-changed", at, { before: variable.env, after: found.env ?? "none" });
    }
    if (variable.values.join("\n") !== found.values.join("\n")) {
      recorder.add("server-values-changed", at, {
        before: variable.values.join(", "),
        after: found.values.join(", "),
      });
    }
  }
}

/** Compares what an operation asks of its caller. */
export function compareSecurity(
  { recorder }: Comparison,
  old: Operation,
  now: Operation,
  scope: Scope,
): void {
  const [before, after] = [securityText(old), securityText(now)];
  if (before !== after) recorder.add("security-changed", scope, { before, after });
  const scopes = (operation: Operation): string => operation.scopes.toSorted().join(", ") || "none";
  if (scopes(old) !== scopes(now)) {
    recorder.add("scopes-changed", scope, { before: scopes(old), after: scopes(now) });
  }
}

function securityText({ security }: Operation): string {
  if (security === undefined || security.length === 0) return "nothing";
  const alternatives = security.map((names) =>
    names.length === 0 ? "nothing" : names.toSorted().join(" and "),
  );
  return alternatives.toSorted().join(", or ");
}

/** The options that the client has for servers and credentials, and the environment variables behind them. */
export function compareOptions(recorder: Recorder, old: Api, now: Api, scope: Scope): void {
  const [before, after] = [options(old), options(now)];
  for (const name of before) {
    if (!after.has(name)) recorder.add("option-removed", scope, { before: name });
  }
  for (const name of after) if (!before.has(name)) recorder.add("option-added", scope, { after: name });
  for (const [name, scheme] of old.security) {
    const found =
      now.security.get(name) ?? [...now.security.values()].find(({ option }) => option === scheme.option);
    if (found === undefined) continue;
    if (schemeText(scheme) !== schemeText(found)) {
      recorder.add("scheme-changed", scope, { before: schemeText(scheme), after: schemeText(found) });
    }
    if (scheme.env !== found.env && scheme.env !== undefined) {
      recorder.add("environment-changed", scope, { before: scheme.env, after: found.env ?? "none" });
    }
  }
}

function options(api: Api): ReadonlySet<string> {
  const servers = [api.server, ...api.operations.flatMap(({ server }) => server ?? [])];
  return new Set([
    ...servers.flatMap(({ variables }) => variables.map(({ name }) => name)),
    ...[...api.security.values()].map(({ option }) => option),
  ]);
}

function schemeText(scheme: SecurityScheme): string {
  return scheme.type === "apiKey" ? `${scheme.in} ${scheme.name}` : scheme.type;
}
