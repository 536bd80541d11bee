// Where the wrong programs say that they are wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { programsFolder } from "./project.ts";

export interface ExpectedError {
  /** Relative to the project, such as `wrong/send.ts`. */
  readonly file: string;
  /** The line that the compiler must name, from 1. */
  readonly line: number;
  /** What is wrong there. */
  readonly name: string;
}

/** Every comment `// Error: <what is wrong>` in a folder of programs, as an error in the line below it. */
export function expectedErrors(folder: string): ExpectedError[] {
  return readdirSync(join(programsFolder, folder))
    .sort()
    .flatMap((file) =>
      readFileSync(join(programsFolder, folder, file), "utf8")
        .split("\n")
        .flatMap((text, index): ExpectedError[] => {
          const name = /^\s*\/\/ Error: (.+)$/.exec(text)?.[1];
          // Lines count from 1, and the error is one line further.
          return name === undefined ? [] : [{ file: `${folder}/${file}`, line: index + 2, name }];
        }),
    );
}
