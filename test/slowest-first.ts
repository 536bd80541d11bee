import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Starts the files first that take longest. The test runner begins with the largest ones, and on a fresh clone knows no
 * better: the release train then runs alone at the end, on one core.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

const slowest = ["release/train.test.ts", "real-documents/real-documents.test.ts"];

function rank({ moduleId }: TestSpecification): number {
  const place = slowest.findIndex((file) => moduleId.replaceAll("\\", "/").endsWith(file));
  return place < 0 ? slowest.length : place;
}
