import { generate, type GenerateOptions, type GenerateReport } from "../generate.ts";
import { temporaryFolder, type Tree } from "./folder.ts";

/** A configuration that imports nothing, so that the test's own process can read it too. */
export function config(value: unknown): string {
  return `export default ${JSON.stringify(value, null, 2)};
`;
}

/** A configuration as a user writes it. */
export function typedConfig(value: unknown): string {
  return `import { defineConfig } from "@clientwright/generator";

export default defineConfig(${JSON.stringify(value, null, 2)});
`;
}

/** A small document: `list` takes a size and gives things. */
export function document(title: string, operationId = "listThings"): string {
  return `openapi: 3.1.1
info: { title: ${title}, version: "1" }
servers: [{ url: https://example.com }]
paths:
  /things:
    get:
      operationId: ${operationId}
      summary: Lists things.
      parameters:
        - { name: "page[size]", in: query, schema: { type: integer, default: 10 } }
      responses:
        "200":
          description: The things.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, required: [id], properties: { id: { type: string } } }
`;
}

/** A project of two documents and two packages, as an empty folder would hold it before the first run. */
export function project(more: Readonly<Record<string, unknown>> = {}): Tree {
  return {
    "spec/clientwright.config.ts": config({
      output: "../packages",
      scope: "@acme",
      documents: [
        { document: "one.yaml", package: "one" },
        { document: "two.yaml", package: "two" },
      ],
      ...more,
    }),
    "spec/one.yaml": document("One"),
    "spec/two.yaml": document("Two", "listOthers"),
  };
}

/** A project whose packages have been generated, in this process: quicker than the program itself. */
export async function generatedProject(files: Tree = project()): Promise<string> {
  const folder = temporaryFolder(files);
  const { ok, diagnostics } = await generate({ cwd: folder });
  if (!ok) throw new Error(JSON.stringify(diagnostics, null, 2));
  return folder;
}

/** Generates in a folder, in this process. */
export function generateIn(folder: string, options: GenerateOptions = {}): Promise<GenerateReport> {
  return generate({ cwd: folder, ...options });
}
