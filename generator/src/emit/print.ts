import { printStructure, type StatementStructures, StructureKind, VariableDeclarationKind } from "ts-morph";
import type { Declaration, FunctionParameter, Import, Module } from "./declaration.ts";
import { comment } from "./docs.ts";
import { Tokens } from "./tokens.ts";

/** The library's writer takes the square of the time for a long text; a new one for each statement costs as much. */
const atOnce = 20;

/**
 * Prints a module. The only place that knows ts-morph, which gets to see tokens instead of texts: it writes character
 * by character, and comments are most of a module. Layout is left to the formatter.
 */
export function printModule(module: Module): string {
  const tokens = new Tokens();
  const text = (value: string): string => tokens.of(value);
  const statements = [
    ...module.imports.map((entry) => importStructure(entry, text)),
    ...module.declarations.map((entry): StatementStructures => {
      const { leadingTrivia = [], ...printed } = structure(entry, text);
      return { ...printed, leadingTrivia: ["\n\n", ...[leadingTrivia].flat()] };
    }),
  ];
  let syntax = "";
  for (let at = 0; at < statements.length; at += atOnce) {
    const some = statements.slice(at, at + atOnce);
    syntax += printStructure({ kind: StructureKind.SourceFile, statements: some });
  }
  return `${module.header}\n${tokens.resolve(syntax).trimEnd()}\n`;
}

type ToToken = (text: string) => string;

function importStructure({ from, names }: Import, text: ToToken): StatementStructures {
  const typeOnly = names.every((name) => name.typeOnly);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: text(from),
    isTypeOnly: typeOnly,
    namedImports: names.map(({ name, alias, ...rest }) => ({
      name: text(name),
      isTypeOnly: rest.typeOnly && !typeOnly,
      ...(alias === undefined ? {} : { alias: text(alias) }),
    })),
  };
}

function structure(declaration: Declaration, text: ToToken): StatementStructures {
  switch (declaration.kind) {
    case "interface":
      return {
        kind: StructureKind.Interface,
        name: text(declaration.name),
        isExported: true,
        ...docs(declaration.docs, text),
        extends: (declaration.extends ?? []).map(text),
        properties: declaration.members.map((member) => ({
          name: text(member.name),
          type: text(member.type),
          hasQuestionToken: member.optional,
          ...docs(member.docs, text),
        })),
      };
    case "alias":
      return {
        kind: StructureKind.TypeAlias,
        name: text(declaration.name),
        isExported: true,
        type: text(declaration.type),
        ...docs(declaration.docs, text),
      };
    case "const":
      return {
        kind: StructureKind.VariableStatement,
        declarationKind: VariableDeclarationKind.Const,
        isExported: declaration.exported,
        ...docs(declaration.docs, text),
        declarations: [
          {
            name: text(declaration.name),
            initializer: text(declaration.value),
            ...(declaration.type === undefined ? {} : { type: text(declaration.type) }),
          },
        ],
      };
    case "function":
      return {
        kind: StructureKind.Function,
        name: text(declaration.name),
        isExported: true,
        typeParameters: (declaration.typeParameters ?? []).map(text),
        parameters: declaration.parameters.map((each) => parameter(each, text)),
        returnType: text(declaration.returns),
        statements: [text(declaration.body)],
        ...docs(declaration.docs, text),
      };
    case "class":
      return {
        kind: StructureKind.Class,
        name: text(declaration.name),
        isExported: true,
        ...docs(declaration.docs, text),
        properties: declaration.fields.map(({ name, type }) => ({
          name: text(name),
          type: text(type),
          isReadonly: true,
        })),
        ctors: [
          {
            parameters: declaration.initializer.parameters.map((each) => parameter(each, text)),
            statements: [text(declaration.initializer.body)],
            ...docs(declaration.initializer.docs, text),
          },
        ],
        methods: declaration.methods.map((method) => ({
          name: text(method.name),
          parameters: method.parameters.map((each) => parameter(each, text)),
          returnType: text(method.returns),
          statements: [text(method.body)],
          ...docs(method.docs, text),
        })),
      };
    case "reExport":
      return {
        kind: StructureKind.ExportDeclaration,
        moduleSpecifier: text(declaration.from),
        isTypeOnly: declaration.typeOnly,
        namedExports: declaration.names.map(text),
      };
  }
}

function parameter(
  { name, type, optional, initializer }: FunctionParameter,
  text: ToToken,
): { name: string; type: string; hasQuestionToken: boolean; initializer?: string } {
  return {
    name: text(name),
    type: text(type),
    hasQuestionToken: optional === true,
    ...(initializer === undefined ? {} : { initializer: text(initializer) }),
  };
}

/** A whole comment is one token, in front of what it is about: so nothing of it is the library's to lay out. */
function docs(about: string | undefined, text: ToToken): { leadingTrivia?: string[] } {
  return about === undefined || about === "" ? {} : { leadingTrivia: [text(comment(about))] };
}
