// What a module imports and exports, read from its syntax.
import ts from "typescript-5.9";

/** One import, re-export or dynamic import. */
export interface ModuleImport {
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface ModuleSyntax {
  readonly imports: readonly ModuleImport[];
  readonly exportsAll: boolean;
  readonly exportsDefault: boolean;
}

export function readModule(text: string): ModuleSyntax {
  const imports: ModuleImport[] = [];
  let exportsAll = false;
  let exportsDefault = false;
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier))
      imports.push({ from: specifier.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
      // `export * as name` names what it exports; `export *` does not.
      if (node.exportClause === undefined) exportsAll = true;
      else if (ts.isNamedExports(node.exportClause)) {
        if (node.exportClause.elements.some((element) => element.name.text === "default"))
          exportsDefault = true;
      }
    } else if (ts.isExportAssignment(node)) {
      exportsDefault = true;
    } else if (ts.canHaveModifiers(node)) {
      if (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) {
        exportsDefault = true;
      }
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ESNext));
  return { imports, exportsAll, exportsDefault };
}
