import ts from "typescript";
import type { RuleId } from "./rules.ts";

/** Path below `src/` -> text. */
export type Sources = ReadonlyMap<string, string>;

/** A difference between two texts of one package, made from one document by two generators. */
export interface TextChange {
  readonly rule: Extract<RuleId, "export-added" | "export-removed" | "export-changed">;
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * Compares what two texts of a package export: every name, and every declaration without its comments, its layout and
 * the bodies of its functions. So a generator that writes other types for the same document cannot do so unseen.
 */
export function compareTextsOf(before: Sources, after: Sources): readonly TextChange[] {
  const [old, now] = [exportsIn(before), exportsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((name): readonly TextChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === is) return [];
    if (was === undefined) return [{ rule: "export-added", name, after: name }];
    if (is === undefined) return [{ rule: "export-removed", name, before: name }];
    return [{ rule: "export-changed", name, before: was, after: is }];
  });
}

/** The declaration of each name that `index.ts` exports; its module, for a name of another package. */
function exportsIn(sources: Sources): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  const exported = new Map<string, string>();
  for (const [path, text] of sources) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, false);
    for (const statement of file.statements) {
      if (path !== "index.ts") {
        for (const [name, declaration] of declared(statement, file)) declarations.set(name, declaration);
      } else if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined) {
        const from = statement.moduleSpecifier?.getText(file) ?? "";
        if (!ts.isNamedExports(statement.exportClause)) continue;
        for (const { name } of statement.exportClause.elements) exported.set(name.text, from);
      }
    }
  }
  return new Map([...exported].map(([name, from]) => [name, declarations.get(name) ?? from]));
}

const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true });

/**
 * A declaration as the compiler would write it. What was released has been through a formatter, which has its own mind on
 * parentheses, quotes and the digits of a number; those that are needed come back when a type is put together again.
 */
function plain(root: ts.Node): ts.Node {
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isParenthesizedTypeNode(node)) return visit(node.type);
    if (ts.isStringLiteral(node)) return ts.factory.createStringLiteral(node.text);
    if (ts.isNumericLiteral(node)) return ts.factory.createNumericLiteral(Number(node.text));
    const seen = ts.visitEachChild(node, visit, undefined);
    // Made anew even if nothing in it was: only then does it get the parentheses that all others get.
    if (ts.isUnionTypeNode(seen)) return ts.factory.createUnionTypeNode(seen.types);
    return ts.isIntersectionTypeNode(seen) ? ts.factory.createIntersectionTypeNode(seen.types) : seen;
  };
  return visit(root);
}

function declared(
  statement: ts.Statement,
  file: ts.SourceFile,
): readonly (readonly [name: string, text: string])[] {
  const print = (node: ts.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, plain(node), file).replaceAll(/\s+/g, " ");
  if (ts.isFunctionDeclaration(statement)) {
    return statement.name === undefined ? [] : [[statement.name.text, print(withoutBody(statement))]];
  }
  if (ts.isClassDeclaration(statement)) {
    return statement.name === undefined ? [] : [[statement.name.text, print(withoutBodies(statement))]];
  }
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [[statement.name.text, print(statement)]];
  }
  return [];
}

function withoutBody(node: ts.FunctionDeclaration): ts.FunctionDeclaration {
  return ts.factory.updateFunctionDeclaration(
    node,
    node.modifiers,
    node.asteriskToken,
    node.name,
    node.typeParameters,
    node.parameters,
    node.type,
    undefined,
  );
}

function withoutBodies(node: ts.ClassDeclaration): ts.ClassDeclaration {
  const members = node.members.map((member): ts.ClassElement => {
    if (ts.isMethodDeclaration(member)) {
      const { modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type } = member;
      return ts.factory.updateMethodDeclaration(
        member,
        modifiers,
        asteriskToken,
        name,
        questionToken,
        typeParameters,
        parameters,
        type,
        undefined,
      );
    }
    if (ts.isConstructorDeclaration(member))
      return ts.factory.updateConstructorDeclaration(member, member.modifiers, member.parameters, undefined);
    return member;
  });
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}
