/** What a run ends with; scripts may rely on it. */
export const exitCodes = {
  /** Done, or nothing to do. */
  ok: 0,
  /** The input has errors; nothing was written. */
  input: 1,
  /** The command line is wrong. */
  usage: 2,
  /** `--check`: what is on disk is not what generate or changeset would write. `--fail-on`: there is such a change. */
  drift: 3,
  /** Something that no diagnostic describes: a full disk, a folder that may not be written, a fault of ours. */
  unexpected: 70,
} as const;
