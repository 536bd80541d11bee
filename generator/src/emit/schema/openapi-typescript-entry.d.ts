// The library's main entry also loads its bundler, which costs a quarter of a second and is not needed here; and its
// declarations name packages that it does not bring. So what is used of it is declared here.
declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  import type { TypeNode } from "typescript";

  export default function transformSchemaObject(
    schema: object,
    options: { readonly path: string; readonly ctx: object },
  ): TypeNode;
}
