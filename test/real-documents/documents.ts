// Descriptions that others wrote of their services, from npm: what maintainers bring.

export interface RealDocument {
  readonly name: string;
  readonly npm: readonly [name: string, version: string];
  /** Of the document in its npm package. */
  readonly path: string;
}

export const realDocuments: readonly RealDocument[] = [
  { name: "figma", npm: ["@figma/rest-api-spec", "0.43.0"], path: "openapi/openapi.yaml" },
  { name: "directus", npm: ["@directus/specs", "15.2.0"], path: "dist/openapi.json" },
  { name: "star-trek", npm: ["@readme/oas-examples", "8.2.2"], path: "3.0/yaml/star-trek.yaml" },
  { name: "readme", npm: ["@readme/oas-examples", "8.2.2"], path: "3.1/json/readme.json" },
];
