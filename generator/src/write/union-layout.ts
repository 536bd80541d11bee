/**
 * Lays unions out as prettier does: on one line of their own where they fit, where oxfmt gives each member a line.
 *
 * It works on lines, which is safe in code as it is emitted: only types have lines that begin with `|`, comments begin
 * theirs with `*`, and no text of a document spans lines.
 *
 * @param width - The most characters of a line.
 */
export function joinUnions(code: string, width: number): string {
  if (!code.includes("\n  ")) return code;
  const lines = code.split("\n");
  const laidOut: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const head = lines[at] ?? "";
    laidOut.push(head);
    const indent = indentOf(lines[at + 1] ?? "");
    const member = `${" ".repeat(indent)}| `;
    if (indent <= indentOf(head)) continue;
    let end = at + 1;
    while (lines[end]?.startsWith(member)) end++;
    // A member of several lines keeps its union open: what follows its first line then stands deeper.
    if (end === at + 1 || indentOf(lines[end] ?? "") > indent) continue;
    const members = lines.slice(at + 1, end).map((line) => line.slice(member.length));
    const line = " ".repeat(indent) + members.join(" | ");
    if (line.length > width) continue;
    laidOut.push(line);
    at = end - 1;
  }
  return laidOut.join("\n");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
