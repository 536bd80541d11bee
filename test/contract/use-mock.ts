import { mockApi, type MockApi } from "@clientwright/testing";
import { afterEach, beforeEach, vi } from "vitest";
import type { Subject } from "./subject.ts";
import { quietEnvironment } from "./surroundings.ts";

/** A mock of the subject's document for the tests of a file: new before each of them, and verified after it. */
export function useMock({ document }: Subject): MockApi {
  const mock = mockApi(document);
  beforeEach(() => {
    quietEnvironment(document);
    mock.reset();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    mock.verify();
  });
  return mock;
}
