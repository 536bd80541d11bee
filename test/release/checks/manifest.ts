// What package.json promises to whoever installs the package.
import type { Manifest } from "../tarball.ts";
import type { Problem } from "./problem.ts";

/** Ranges that only this workspace, or only a machine that reaches some repository, can resolve. */
const unpublished = /^(workspace|catalog|file|link|portal|git|github|https?)[:+]/;
/** What npm runs on the user's machine, uninvited. */
const uninvited = ["preinstall", "install", "postinstall", "prepare"];

/**
 * @param repository - `owner/name` on GitHub of the workflow that publishes; with it, provenance is asked for, which the
 * registry refuses for a package that names another repository.
 */
export function checkManifest(manifest: Manifest, repository: string | undefined): Problem[] {
  const { dependencies, optionalDependencies, peerDependencies, scripts = {} } = manifest;
  const ranges = Object.entries({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  const url = typeof manifest.repository === "object" ? manifest.repository.url : manifest.repository;
  const messages = [
    ...(manifest.license ? [] : ["package.json has no license"]),
    ...ranges
      .filter(([, range]) => unpublished.test(range))
      .map(([name, range]) => `${name} is wanted as ${range}, which no user can install: pack with pnpm`),
    ...uninvited
      .filter((script) => script in scripts)
      .map((script) => `the script ${script} would run on the machine of whoever installs it: remove it`),
    ...(repository === undefined || isRepository(url, repository)
      ? []
      : [
          `repository is ${url ?? "not set"}, but the package is published from github.com/${repository}: ` +
            `set it in spec/clientwright.config.ts, or in the package.json of a package that is not generated`,
        ]),
  ];
  return messages.map((message) => ({ check: "manifest", message }));
}

/** All the ways in which npm lets one write it: `github:a/b`, `a/b`, `git+https://github.com/a/b.git`. */
function isRepository(url: string | undefined, repository: string): boolean {
  const written =
    /^(?:github:|(?:git\+)?(?:https|ssh|git):\/\/(?:git@)?github\.com\/)?([^/:]+\/[^/]+?)(?:\.git)?$/;
  return written.exec(url ?? "")?.[1]?.toLowerCase() === repository.toLowerCase();
}
