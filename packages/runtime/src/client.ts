import type { ApiDefinition } from "./api.js";
import { defaults, settle, type CallSettings, type ClientOptions } from "./options.js";
import { createBudget, type RetryBudget } from "./retry/budget.js";

/** What a client holds. */
export interface ClientState {
  readonly api: ApiDefinition;
  /** With the credentials and server variables that a generated package adds. */
  readonly settings: CallSettings & Readonly<Pick<ClientOptions, "baseUrl"> & Record<string, unknown>>;
  readonly budget: RetryBudget;
}

// In the global registry, so that a client works with operations that use another copy of this package.
const stateKey: unique symbol = /* @__PURE__ */ Symbol.for("clientwright.client");

/**
 * Where and how calls are made. It serves all packages whose API is at the same place. It can be shared, has no open
 * resources and shows none of its options when printed.
 */
export interface Client<Options extends ClientOptions = ClientOptions> {
  /**
   * A client with other options, put over those of this one: single values replace, headers and the parts of `timeout`
   * and `retry` merge, middleware is added. Both share one retry budget.
   */
  with(overrides: Options): Client<Options>;
}

/** Makes a client of an API. A generated package has a `createClient` of its own that calls this one. */
export function createClient<Options extends ClientOptions>(
  api: ApiDefinition,
  options: Options,
): Client<Options> {
  return fromState({ api, settings: { ...settle(defaults, options) }, budget: createBudget() });
}

function fromState<Options extends ClientOptions>(state: ClientState): Client<Options> {
  const client: Client<Options> = {
    with: (overrides) => fromState({ ...state, settings: settle(state.settings, overrides) }),
  };
  return Object.freeze(Object.defineProperty(client, stateKey, { value: state }));
}

/**
 * What a client holds.
 *
 * @throws TypeError for anything that `createClient` did not make.
 */
export function stateOf(client: Client): ClientState {
  const state: ClientState | undefined = Reflect.get(Object(client), stateKey);
  if (!state) throw new TypeError("The first argument must be a client made by createClient");
  return state;
}
