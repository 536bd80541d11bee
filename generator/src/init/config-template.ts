import { lit } from "../emit/doors.ts";

/** The first `clientwright.config.ts`: every option, with what it does, most of them as comments. */
export function configTemplate(name: string): string {
  return `import { defineConfig } from "@clientwright/generator";

export default defineConfig({
  // The folder that gets one folder a package. Paths are relative to this file.
  output: "packages",

  // The npm scope of all packages: with it, the package below is called @acme/${name}.
  // scope: "@acme",

  documents: [
    {
      // An OpenAPI 3.0, 3.1 or 3.2 document, JSON or YAML. It may refer to other local files.
      document: "openapi.yaml",

      // The package's name, which is also its folder. Without it, the document's title decides.
      package: ${lit(name)},

      // The class that has every operation as a method. Without it, the package's name decides.
      // className: "Parcels",

      // One package for each first tag of an operation, in place of one for the document: then without the two above.
      // split: "tag",
      // tags: { "Parcel Events": { package: "parcel-events" } },

      // Other names than the documented ones, where two of them collide.
      // names: { operations: { "parcels/list": "listParcels" }, schemas: { "parcel-v2": "Parcel" } },

      // Warnings that you have read and that need not be told again.
      // ignoreWarnings: ["CW2012"],
    },
  ],

  // What goes into every package.json.
  package: {
    license: "MIT",
    // author: "Acme, Inc.",
    // homepage: "https://acme.example/developers",
    // repository: "git+https://github.com/acme/clients.git",
    // keywords: ["acme", "parcels"],

    // Who may install it, and from where. Without it: everybody, from npm's registry.
    // publishConfig: { access: "restricted" },
  },
});
`;
}
