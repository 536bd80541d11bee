import type { WriteStream } from "node:tty";

/** Tells what is being done: one line that is written over on a terminal, nothing that would fill a log elsewhere. */
export function progress(
  stream: Pick<WriteStream, "write"> & { readonly isTTY?: boolean },
  enabled: boolean,
): { readonly step: (text: string) => void; readonly done: () => void } {
  if (!enabled || stream.isTTY !== true) return { step: () => {}, done: () => {} };
  const clear = "\r\u001b[2K";
  return {
    step: (text) => void stream.write(`${clear}${text} …`),
    done: () => void stream.write(clear),
  };
}
