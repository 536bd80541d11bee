import type { Api } from "../document/api.js";
import type { Operation } from "../document/operation.js";
import type { SecurityScheme } from "../document/security.js";
import { valuesOf, type WireRequest } from "../wire/request.js";
import { cookiesOf } from "./cookies.js";
import type { Rejection } from "./rejection.js";

/**
 * Judges who calls (OpenAPI 3.1.1, Security Requirement Object): all credentials of one alternative, and no other
 * credential of the document. A key that nobody asked for tells a secret to somebody who need not know it.
 */
export function judgeCredentials(
  api: Api,
  { security, pointer }: Operation,
  request: WireRequest,
  query: string,
): Rejection[] {
  const where = (scheme: SecurityScheme): string => `${scheme.in} ${scheme.parameter}`;
  const sent = [...api.schemes.values()].flatMap((scheme) => {
    const texts = textsOf(scheme, request, query);
    return texts.length > 0 && isForm(scheme, texts) ? [{ scheme, texts }] : [];
  });
  const malformed = sent
    .filter(({ scheme, texts }) => texts.length > 1 || !hasSecret(scheme, texts[0] ?? ""))
    .map(({ scheme }): Rejection => ({
      rule: "credential-form",
      message:
        scheme.prefix === undefined
          ? "it is one key, and not empty"
          : `it is written: ${scheme.prefix} <secret>`,
      where: where(scheme),
      pointer: `/components/securitySchemes/${scheme.name}`,
    }));
  const names = new Set(sent.map(({ scheme }) => scheme.name));
  const alternatives = security.length === 0 ? [[]] : security;
  // The alternative that lacks least; of those, the one that leaves least over.
  const [best] = alternatives
    .map((needed) => ({
      needed,
      missing: needed.filter((name) => !names.has(name)),
      surplus: [...names].filter((name) => !needed.includes(name) && !sharesPlace(api, name, needed)),
    }))
    .sort((a, b) => a.missing.length - b.missing.length || a.surplus.length - b.surplus.length);
  const reject = (rule: Rejection["rule"], name: string, message: string): Rejection[] => {
    const scheme = api.schemes.get(name);
    return scheme === undefined ? [] : [{ rule, message, where: where(scheme), pointer }];
  };
  return [
    ...malformed,
    ...(best?.missing ?? []).flatMap((name) =>
      reject(
        "credential-missing",
        name,
        `the operation needs ${security.map((all) => all.join(" and ")).join(", or ")}`,
      ),
    ),
    ...(best?.surplus ?? []).flatMap((name) =>
      reject("credential-surplus", name, `${name} is not asked for here, so it must not be sent`),
    ),
  ];
}

function textsOf(
  { in: place, parameter }: SecurityScheme,
  { headers }: WireRequest,
  query: string,
): string[] {
  if (place === "header") return valuesOf(headers, parameter);
  const pairs = place === "cookie" ? cookiesOf(headers) : [...new URLSearchParams(query)];
  return pairs.filter(([name]) => name === parameter).map(([, value]) => value);
}

// Two schemes of one header are told apart by the word in front.
function isForm({ prefix }: SecurityScheme, [text = ""]: readonly string[]): boolean {
  if (prefix === undefined) return true;
  const word = text.split(" ")[0] ?? "";
  return word.toLowerCase() === prefix.toLowerCase() || !/^(?:bearer|basic|digest)$/i.test(word);
}

function hasSecret({ prefix }: SecurityScheme, text: string): boolean {
  if (prefix === undefined) return text.trim() !== "" && text === text.trim();
  const [word = "", secret = "", ...more] = text.split(" ");
  return word.toLowerCase() === prefix.toLowerCase() && secret !== "" && more.length === 0;
}

function sharesPlace({ schemes }: Api, name: string, needed: readonly string[]): boolean {
  const mine = schemes.get(name);
  return needed.some((other) => {
    const theirs = schemes.get(other);
    // The word of a scheme has no case (RFC 9110, section 11.1): `bearer` and OAuth's `Bearer` are one.
    return (
      theirs?.in === mine?.in &&
      theirs?.parameter === mine?.parameter &&
      theirs?.prefix?.toLowerCase() === mine?.prefix?.toLowerCase()
    );
  });
}
