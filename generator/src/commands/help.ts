import { exitCodes } from "./exit-codes.ts";

/** What `clientwright --help` prints. */
export function help(): string {
  return `clientwright: OpenAPI documents in, typed npm client packages out.

Usage
  clientwright init [folder]       write a commented configuration and a first document
  clientwright generate [options]  write the packages that the configuration asks for
  clientwright explain <schema>    print how the variants of a union are told apart

Options of generate
  --config, -c <file>   the configuration (default: clientwright.config.ts here or in spec/)
  --only <names>        only these packages, by name or folder; separate several with commas
  --check               write nothing, show what would change, exit ${exitCodes.drift} if anything would
  --dry-run             write nothing, list what would change, exit ${exitCodes.ok}
  --watch, -w           generate again whenever the configuration or a document is saved
  --json                print one JSON object instead of text

Exit codes
  ${exitCodes.ok}  done, or nothing to do
  ${exitCodes.input}  the input has errors; nothing was written
  ${exitCodes.usage}  the command line is wrong
  ${exitCodes.drift}  --check found a difference
  ${exitCodes.unexpected} something unexpected; CLIENTWRIGHT_DEBUG=1 prints where
`;
}
