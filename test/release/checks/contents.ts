// Which files a package holds: all that a user needs, and nothing else.
import type { Kind } from "../published.ts";
import { textOf, type Tarball } from "../tarball.ts";
import type { Problem } from "./problem.ts";

const everywhere = ["package.json", "README.md", "LICENSE", "CHANGELOG.md"];
const built = /^dist\/[^/]+\.(js|js\.map|d\.ts)$/;

/** What each kind of package must hold, and may hold besides. */
const rules: Readonly<Record<Kind, { readonly required: readonly string[]; readonly allowed: RegExp }>> = {
  generated: { required: [...everywhere, "api.md", "openapi.json"], allowed: built },
  // It has parts of another project built in, whose licence goes along.
  runtime: { required: [...everywhere, "dist/THIRD-PARTY-LICENSES.txt"], allowed: built },
  // Tools are built by the compiler alone: one module a source file, in the folders of the sources.
  tool: {
    required: everywhere,
    allowed: /^(dist\/.+\.(js|js\.map|d\.ts)|bin\/[^/]+\.js|(DIAGNOSTICS|EXTENSIONS|RULES)\.md)$/,
  },
};

/**
 * @param secrets - Texts that no file may hold, such as the folder in which the package was built.
 */
export function checkContents({ kind, files, manifest }: Tarball, secrets: readonly string[]): Problem[] {
  const { required, allowed } = rules[kind];
  const changes = textOf(files, "CHANGELOG.md");
  const messages = [
    ...required
      .filter((path) => !files.has(path))
      .map((path) => `${path} is missing: add it, and name it under "files" of package.json`),
    ...[...files.keys()]
      .filter((path) => !required.includes(path) && !allowed.test(path))
      .map((path) => `${path} should not be published: take it out of "files" of package.json or of dist/`),
    ...(changes === undefined || changes.includes(`\n## ${manifest.version}\n`)
      ? []
      : [`CHANGELOG.md says nothing of ${manifest.version}: version it with release:version`]),
    ...[...files.keys()].flatMap((path) =>
      secrets
        .filter((secret) => textOf(files, path)?.includes(secret))
        .map((secret) => `${path} holds ${secret}, which is of this machine only`),
    ),
  ];
  return messages.map((message) => ({ check: "contents", message }));
}
