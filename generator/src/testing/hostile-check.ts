import { runInNewContext } from "node:vm";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import ts from "typescript";

/** What a statement of a generated module may be: a planted one would be something else. */
const kinds = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
]);

/** What is wrong with a file of which a hostile document decided the texts; nothing, if it is safe. */
export function wrongIn(path: string, text: string): readonly string[] {
  const found = [
    // Nothing may command a terminal, hide from a reader or end a line where an editor does not show it.
    ...(/(?!\n)\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u.test(text) ? ["a character that nobody sees"] : []),
    ...(/^[\p{L}\p{N}_$-]+(?:\/[\p{L}\p{N}_$-]+)*(?:\.\w+)*$|^\.\w+(?:\.\w+)*$/u.test(path)
      ? []
      : ["its path"]),
    ...(path.endsWith(".ts") ? wrongInCode(path, text) : []),
    ...(path.endsWith(".md") ? wrongInPage(text) : []),
    ...(path.endsWith(".json") && !isJson(text) ? ["it is no JSON"] : []),
  ];
  return found.map((what) => `${path}: ${what}`);
}

function wrongInCode(path: string, text: string): readonly string[] {
  const { diagnostics = [], outputText } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
  });
  if (diagnostics.length > 0) return diagnostics.map((each) => `does not parse: ${String(each.messageText)}`);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  return [
    ...(source.statements.some((statement) => !kinds.has(statement.kind)) ? ["a statement of its own"] : []),
    ...(plants(source) ? ["code of a payload"] : []),
    ...(plantsWhenRun(outputText) ? ["code of a payload, which ran"] : []),
  ];
}

/** Whether any piece of code, not of text, does what a payload would do. */
function plants(source: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) &&
      node.name.text === "planted" &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === "globalThis") ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(source);
}

/** Runs a module with a runtime that does nothing, and says whether anything was planted. */
function plantsWhenRun(javascript: string): boolean {
  const nothing: unknown = new Proxy(() => nothing, { get: () => nothing });
  const world: Record<string, unknown> = { exports: {}, require: () => nothing };
  world["globalThis"] = world;
  runInNewContext(javascript, world);
  return world["planted"] === 1;
}

/** What a page may render to; everything else is of the document's making. */
const elements = new Set(
  "h1 h2 h3 p ul ol li pre code table thead tbody tr th td a br blockquote strong em".split(" "),
);
const links = /^(\.\/|#|https:\/\/example\.com\/)/;

/** Renders a page as a site for packages does, which filters some tags, and as plain CommonMark; looks at what comes out. */
function wrongInPage(text: string): readonly string[] {
  const page = text.replace(/^<!-- Generated from (?:(?!--).)*-->\n/, "");
  const dangerous = { allowDangerousHtml: true, allowDangerousProtocol: true };
  const html =
    micromark(page, { ...dangerous, extensions: [gfm()], htmlExtensions: [gfmHtml()] }) +
    micromark(page, dangerous);
  const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)\b([^>]*)>|<!/gi)];
  return tags.flatMap(([tag, element = "!", attributes = ""]) => {
    if (!elements.has(element.toLowerCase())) return [`it renders ${tag}`];
    const [, href] = /\bhref="([^"]*)"/.exec(attributes) ?? [];
    return href === undefined || links.test(href) ? [] : [`it links to ${href}`];
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
