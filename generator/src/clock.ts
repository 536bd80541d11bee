/** Milliseconds by stage, in the order in which the stages first ran. */
export type Timings = Readonly<Record<string, number>>;

/** Measures the stages of a run and tells of them as they begin. */
export class Clock {
  readonly #timings = new Map<string, number>();
  readonly #onProgress: (step: string) => void;

  constructor(onProgress: (step: string) => void) {
    this.#onProgress = onProgress;
  }

  get timings(): Timings {
    return Object.fromEntries(this.#timings);
  }

  async time<Result>(stage: string, work: () => Promise<Result>, of = ""): Promise<Result> {
    const began = this.#begin(stage, of);
    try {
      return await work();
    } finally {
      this.#end(stage, began);
    }
  }

  timeSync<Result>(stage: string, work: () => Result, of = ""): Result {
    const began = this.#begin(stage, of);
    try {
      return work();
    } finally {
      this.#end(stage, began);
    }
  }

  #begin(stage: string, of: string): number {
    this.#onProgress(of === "" ? stage : `${stage} ${of}`);
    return performance.now();
  }

  #end(stage: string, began: number): void {
    this.#timings.set(stage, (this.#timings.get(stage) ?? 0) + performance.now() - began);
  }
}
