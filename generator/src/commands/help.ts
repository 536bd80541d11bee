import { exitCodes } from "./exit-codes.ts";

/** What `clientwright --help` prints. */
export function help(): string {
  return `clientwright: OpenAPI documents in, typed npm client packages out.

Usage
  clientwright init [folder]       write a commented configuration and a first document
  clientwright generate [options]  write the packages that the configuration asks for
  clientwright build [folder]      build the package of a folder (default: this one) into its dist/
  clientwright explain <schema>    print how the variants of a union are told apart
  clientwright diff [old] [new]    list what changed for users of the packages, and the level of each change
  clientwright changeset [old]     write .changeset/api-<package>.md for what changed since the last release

Options of generate
  --config, -c <file>   the configuration (default: clientwright.config.ts here, in spec/, or above)
  --only <names>        only these packages, by name or folder; separate several with commas
  --check               write nothing, show what would change, exit ${exitCodes.drift} if anything would
  --dry-run             write nothing, list what would change, exit ${exitCodes.ok}
  --watch, -w           generate again whenever the configuration or a document is saved
  --json                print one JSON object instead of text

What diff and changeset compare
  a document, a package (folder or .tgz), a folder of packages, a git revision such as HEAD~1 (all packages of its
  configuration), or a document at one (HEAD~1:spec/openapi.yaml)
  without old: each package as it was last released, by the tag <name>@<version>, else by the commit that set its version
  without new: what the configuration makes of the documents now

Options of diff
  --config, -c <file>   the configuration
  --package <names>     only these packages, by name or folder; separate several with commas
  --json, --markdown    print one JSON object, or Markdown
  --fail-on <level>     exit ${exitCodes.drift} if a change is of this level or above: major, minor or patch

Options of changeset
  --config, -c <file>   the configuration
  --check               write nothing, exit ${exitCodes.drift} if a change has no changeset of its level

Exit codes
  ${exitCodes.ok}  done, or nothing to do
  ${exitCodes.input}  the input has errors; nothing was written
  ${exitCodes.usage}  the command line is wrong
  ${exitCodes.drift}  --check or --fail-on found something
  ${exitCodes.unexpected} something unexpected; CLIENTWRIGHT_DEBUG=1 prints where
`;
}
