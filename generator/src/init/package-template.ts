import { version } from "../version.ts";

/** The first `package.json`: a private workspace whose packages npm, pnpm and yarn find. */
export function packageTemplate(name: string): string {
  return `${JSON.stringify(
    {
      name: `${name}-workspace`,
      private: true,
      type: "module",
      workspaces: ["packages/*"],
      scripts: {
        generate: "clientwright generate",
        check: "clientwright generate --check",
        build: "npm run build --workspaces --if-present",
      },
      devDependencies: { "@clientwright/generator": `^${version()}` },
    },
    null,
    2,
  )}\n`;
}
