// Written by scripts/version.ts from package.json when the package is built.
export const version = "0.1.0";
