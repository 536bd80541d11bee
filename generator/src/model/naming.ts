import { compare } from "../diagnostics.ts";

/** Words that no declaration may be called (ECMAScript 2025 reserved words, strict mode, and TypeScript's type names). */
const reserved = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
    "implements interface let package private protected public static yield await async eval arguments undefined " +
    "any unknown never object string number boolean symbol bigint NaN Infinity globalThis constructor of as type " +
    // A module or an object that exports it is taken for a promise by `await`.
    "then"
  ).split(" "),
);

/** Letters, digits, `$` and `_` of any script, not starting with a digit, and no reserved word (ECMA-262, Names and Keywords). */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text) && !reserved.has(text);
}

/** Splits on everything that cannot stand in a name: `basic-error` -> `basic`, `error`. Case inside a word is kept. */
function words(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== "");
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A type's name: the documented name, with a capital; `basic-error` -> `BasicError`, `2fa` -> `_2fa`. */
export function toTypeName(documented: string): string {
  return usable(words(documented).map(upperFirst).join(""));
}

/**
 * What the modules of an operation, the client and the class declare themselves, parameters of their methods among it: no
 * operation can be called so.
 */
export const declaredNames: readonly string[] = [
  "api",
  "body",
  "client",
  "createClient",
  "definition",
  "items",
  "operation",
  "options",
  "params",
];

/** A function's name: the documented name where it is one; `repos/list-for-org` -> `reposListForOrg`. */
export function toFunctionName(documented: string): string {
  if (declaredNames.includes(documented)) return `${documented}_`;
  if (isIdentifier(documented)) return documented;
  const [first = "", ...rest] = words(documented);
  return usable(
    rest.length === 0
      ? first
      : first.charAt(0).toLowerCase() + first.slice(1) + rest.map(upperFirst).join(""),
  );
}

/** The name that the configuration gives to something documented, if any. */
export function configured(names: Readonly<Record<string, string>>, documented: string): string | undefined {
  return Object.hasOwn(names, documented) ? names[documented] : undefined;
}

/** A title in camelCase, which is a member's name and may be a reserved word: `PushEvent` -> `pushEvent`, `URL` -> `url`. */
export function toTitle(documented: string): string {
  const joined = words(documented)
    .map((word, index) => (index === 0 ? word : upperFirst(word)))
    .join("");
  const lower = joined.replace(/^(\p{Lu}+)(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (start) => start.toLowerCase());
  return /^[\p{ID_Start}$_]/u.test(lower) ? lower : `_${lower}`;
}

/** An npm package's and folder's name: `CI Visibility` -> `ci-visibility`, `Büro` -> `buro`. */
export function toKebabCase(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

function usable(name: string): string {
  if (isIdentifier(name)) return name;
  return reserved.has(name) ? `${name}_` : `_${name}`;
}

/** Something that wants a name which others may want too. */
export interface Wish {
  readonly name: string;
  /** Whose wish comes first: 0 for a name that a person chose, which is given whatever happens. */
  readonly rank: number;
  /** Decides among equals, and never follows from the order of a document. */
  readonly order: string;
}

/** Gives each its name: to those who come first the one that they want, to the others that one with a number. */
export function distinctNames<Item extends Wish>(
  wishes: readonly Item[],
  isFree: (name: string, wish: Item) => boolean,
  take: (name: string) => void,
): ReadonlyMap<Item, string> {
  const sorted = wishes.toSorted((a, b) => a.rank - b.rank || compare(a.order, b.order));
  return new Map(
    sorted.map((wish) => {
      let name = wish.name;
      for (let count = 2; wish.rank > 0 && !isFree(name, wish); count++) name = `${wish.name}${count}`;
      take(name);
      return [wish, name];
    }),
  );
}

/** One thing that wants a name in a package's public surface. */
export interface Claim {
  readonly name: string;
  /** What the reader of a message knows it by. */
  readonly what: string;
  readonly file?: string;
  readonly pointer?: string;
}

/**
 * Finds the names that two things claim. Names that differ only by case are two names, except as files, since some file
 * systems would make one of them: the caller says which claims become files.
 */
export function collisions<Item extends Claim>(
  claims: readonly Item[],
  asFiles: boolean,
): readonly (readonly Item[])[] {
  const byName = new Map<string, Item[]>();
  for (const claim of claims) {
    const key = asFiles ? claim.name.toLowerCase() : claim.name;
    byName.set(key, [...(byName.get(key) ?? []), claim]);
  }
  return [...byName.entries()]
    .filter(([, items]) => items.length > 1)
    .sort(([a], [b]) => compare(a, b))
    .map(([, items]) => items);
}
