import { closest, distance } from "fastest-levenshtein";
import { type Config, type DocumentConfig, isPackageName } from "./config.ts";
import { type Code, codes, type Diagnostics } from "./diagnostics.ts";
import { isIdentifier } from "./model/naming.ts";

/** What a field may hold. */
type Shape =
  | {
      readonly is: "text";
      readonly fits?: (text: string) => boolean;
      readonly what: string;
      readonly hint?: string;
    }
  | { readonly is: "list"; readonly of: Shape; readonly least?: number }
  | { readonly is: "map"; readonly of: Shape }
  | {
      readonly is: "fields";
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
    };

const text: Shape = { is: "text", what: "text" };
const texts: Shape = { is: "list", of: text };
const packageName: Shape = {
  is: "text",
  fits: isPackageName,
  what: "a name of lower-case letters, digits, - and _, without the scope",
};

const identifier: Shape = {
  is: "text",
  fits: isIdentifier,
  what: "a name in TypeScript: letters, digits, _ and $, no digit first, and no reserved word",
};

const warning: Shape = {
  is: "text",
  fits: (code) => Object.hasOwn(codes, code) && codes[code as Code].severity === "warning",
  what: 'the code of a warning, such as "CW2012"',
};

const documentPath: Shape = {
  is: "text",
  fits: (path) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(path),
  what: "the path of a file",
  hint: "download the document and commit it: nothing is fetched while generating, and the copy shows what changed",
};

const shape: Shape = {
  is: "fields",
  required: ["documents"],
  fields: {
    output: text,
    scope: {
      is: "text",
      fits: (scope) => /^@[a-z0-9-][a-z0-9-._]*$/.test(scope),
      what: 'an npm scope such as "@acme"',
    },
    documents: {
      is: "list",
      least: 1,
      of: {
        is: "fields",
        required: ["document"],
        fields: {
          document: documentPath,
          package: packageName,
          className: identifier,
          split: { is: "text", fits: (split) => split === "tag", what: '"tag"' },
          tags: { is: "map", of: { is: "fields", fields: { package: packageName, className: identifier } } },
          names: {
            is: "fields",
            fields: { operations: { is: "map", of: identifier }, schemas: { is: "map", of: identifier } },
          },
          ignoreWarnings: { is: "list", of: warning },
        },
      },
    },
    package: {
      is: "fields",
      fields: {
        license: text,
        author: text,
        homepage: text,
        repository: text,
        repositoryDirectory: text,
        publishConfig: {
          is: "fields",
          fields: {
            access: {
              is: "text",
              fits: (access) => access === "public" || access === "restricted",
              what: '"public" or "restricted"',
            },
            registry: text,
          },
        },
        keywords: texts,
        runtime: text,
        testInputs: texts,
        scripts: { is: "map", of: text },
        devDependencies: { is: "map", of: text },
      },
    },
  },
};

/** Checks what TypeScript cannot when the configuration is JavaScript, or when names would become paths. */
export function checkConfig(config: unknown, file: string, diagnostics: Diagnostics): config is Config {
  const before = diagnostics.all.length;
  check(config, shape, "", (message, hint) => diagnostics.add({ code: "CW3002", message, hint, file }));
  if (diagnostics.all.length > before) return false;
  checkTogether((config as Config).documents, (message, hint) =>
    diagnostics.add({ code: "CW3002", message, hint, file }),
  );
  return diagnostics.all.length === before;
}

/** Fields that mean nothing beside, or without, another would be ignored without a word. */
function checkTogether(documents: readonly DocumentConfig[], complain: Complain): void {
  documents.forEach(({ split, tags, package: name, className }, index) => {
    const path = `documents[${index}]`;
    if (split === undefined && tags !== undefined)
      complain(
        `${path}.tags needs ${path}.split, which makes a package of each tag`,
        'add split: "tag", or remove tags; without split, package and className name the one package',
      );
    for (const [field, value] of Object.entries({ package: name, className }))
      if (split !== undefined && value !== undefined)
        complain(
          `${path}.${field} does not go with ${path}.split, which makes a package of each tag`,
          `name the package of a tag: tags: { "…": { ${field}: ${JSON.stringify(value)} } }`,
        );
  });
}

type Complain = (message: string, hint: string) => void;

function check(value: unknown, expected: Shape, path: string, complain: Complain): void {
  const name = path === "" ? "the configuration" : path;
  const wrong = (what: string): void => {
    complain(
      `${name} must be ${what}, and is ${JSON.stringify(value) ?? typeof value}`,
      (expected.is === "text" ? expected.hint : undefined) ??
        "see the comments that `clientwright init` writes",
    );
  };
  switch (expected.is) {
    case "text":
      if (typeof value !== "string" || expected.fits?.(value) === false) wrong(expected.what);
      return;
    case "list":
      if (!Array.isArray(value) || value.length < (expected.least ?? 0)) {
        wrong(expected.least === undefined ? "a list" : "a list that is not empty");
        return;
      }
      value.forEach((item, index) => check(item, expected.of, `${path}[${index}]`, complain));
      return;
    case "map":
    case "fields":
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        wrong("an object");
        return;
      }
      for (const [key, member] of Object.entries(value)) {
        const inside = path === "" ? key : `${path}.${key}`;
        const known = expected.is === "map" ? expected.of : fieldOf(expected.fields, key);
        if (known === undefined) unknownField(key, inside, expected, complain);
        // An option given as undefined is an option not given.
        else if (member !== undefined) check(member, known, inside, complain);
      }
      if (expected.is === "fields") {
        for (const key of expected.required ?? []) {
          if (!Object.hasOwn(value, key)) complain(`${name} has no ${key}`, `add ${key}`);
        }
      }
  }
}

function fieldOf(fields: Readonly<Record<string, Shape>>, key: string): Shape | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function unknownField(
  key: string,
  path: string,
  expected: Shape & { is: "fields" | "map" },
  complain: Complain,
): void {
  const names = expected.is === "fields" ? Object.keys(expected.fields) : [];
  const near = names.length === 0 ? undefined : closest(key, names);
  const hint =
    near !== undefined && distance(key, near) <= 3 ? `did you mean ${near}?` : `it has ${names.join(", ")}`;
  complain(`the configuration has no field ${JSON.stringify(path)}`, hint);
}
