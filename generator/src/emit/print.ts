import { printStructure, StructureKind, type Structures, VariableDeclarationKind } from "ts-morph";
import type { Declaration, FunctionParameter, Import, Module } from "./declaration.ts";

/** Prints a module. The only place that knows ts-morph; layout is left to the formatter. */
export function printModule(module: Module): string {
  const imports = module.imports.map((entry) => printStructure(importStructure(entry)));
  const declarations = module.declarations.map((entry) => printStructure(structure(entry)));
  const parts = [
    `${module.header}\n${imports.join("")}`.trimEnd(),
    ...declarations.map((text) => text.trimEnd()),
  ];
  return `${parts.join("\n\n")}\n`;
}

function importStructure({ from, names }: Import): Structures {
  const typeOnly = names.every((name) => name.typeOnly);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: from,
    isTypeOnly: typeOnly,
    namedImports: names.map(({ name, alias, ...rest }) => ({
      name,
      isTypeOnly: rest.typeOnly && !typeOnly,
      ...(alias === undefined ? {} : { alias }),
    })),
  };
}

function structure(declaration: Declaration): Structures {
  switch (declaration.kind) {
    case "interface":
      return {
        kind: StructureKind.Interface,
        name: declaration.name,
        isExported: true,
        ...docs(declaration.docs),
        extends: [...(declaration.extends ?? [])],
        properties: declaration.members.map((member) => ({
          name: member.name,
          type: member.type,
          hasQuestionToken: member.optional,
          ...docs(member.docs),
        })),
      };
    case "alias":
      return {
        kind: StructureKind.TypeAlias,
        name: declaration.name,
        isExported: true,
        type: declaration.type,
        ...docs(declaration.docs),
      };
    case "const":
      return {
        kind: StructureKind.VariableStatement,
        declarationKind: VariableDeclarationKind.Const,
        isExported: declaration.exported,
        ...docs(declaration.docs),
        declarations: [
          {
            name: declaration.name,
            initializer: declaration.value,
            ...(declaration.type === undefined ? {} : { type: declaration.type }),
          },
        ],
      };
    case "function":
      return {
        kind: StructureKind.Function,
        name: declaration.name,
        isExported: true,
        typeParameters: [...(declaration.typeParameters ?? [])],
        parameters: declaration.parameters.map(parameter),
        returnType: declaration.returns,
        statements: [declaration.body],
        ...docs(declaration.docs),
      };
    case "class":
      return {
        kind: StructureKind.Class,
        name: declaration.name,
        isExported: true,
        ...docs(declaration.docs),
        properties: declaration.fields.map(({ name, type }) => ({ name, type, isReadonly: true })),
        ctors: [
          {
            parameters: declaration.initializer.parameters.map(parameter),
            statements: [declaration.initializer.body],
            ...docs(declaration.initializer.docs),
          },
        ],
        methods: declaration.methods.map((method) => ({
          name: method.name,
          parameters: method.parameters.map(parameter),
          returnType: method.returns,
          statements: [method.body],
          ...docs(method.docs),
        })),
      };
    case "reExport":
      return {
        kind: StructureKind.ExportDeclaration,
        moduleSpecifier: declaration.from,
        isTypeOnly: declaration.typeOnly,
        namedExports: [...declaration.names],
      };
  }
}

function parameter({ name, type, optional, initializer }: FunctionParameter): {
  name: string;
  type: string;
  hasQuestionToken: boolean;
  initializer?: string;
} {
  return {
    name,
    type,
    hasQuestionToken: optional === true,
    ...(initializer === undefined ? {} : { initializer }),
  };
}

function docs(text: string | undefined): { docs?: string[] } {
  return text === undefined || text === "" ? {} : { docs: [text] };
}
