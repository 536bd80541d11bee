/** The styles of OpenAPI 3.1, section 4.8.12.3. */
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** How a value becomes text. What is absent has OpenAPI's default for its place. */
export interface Serialization {
  /** Default: `form` in query and cookie, `simple` in path and header. */
  readonly style?: ParameterStyle;
  /** Default: true for `form` and `deepObject`, else false. */
  readonly explode?: boolean;
  /** Query only: leaves reserved characters as they are, but for `#`, `&` and `+`, which would change the meaning. */
  readonly allowReserved?: boolean;
}

/** One parameter of an operation (OpenAPI 3.1, section 4.8.12, Parameter Object). */
export interface ParameterDefinition extends Serialization {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly name: string;
  /** Where the value is in the input, from the outside in. Default: a property of the parameter's name. */
  readonly key?: readonly string[];
  /** Media type of a parameter that has `content` in place of a style: a JSON type, or text as it is. */
  readonly content?: string;
}

/**
 * The value of a parameter in the input, reading own properties only.
 *
 * @throws TypeError when something on the way to it is not an object: dropping what was meant as a filter in silence
 * would ask for more than the caller wants.
 */
export function valueOf(parameter: ParameterDefinition, input: unknown): unknown {
  const key = parameter.key ?? [parameter.name];
  let value = input;
  for (const [depth, part] of key.entries()) {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "object")
      throw new TypeError(`${key.slice(0, depth).join(".") || "The input"} must be an object`);
    value = Object.getOwnPropertyDescriptor(value, part)?.enumerable ? Reflect.get(value, part) : undefined;
  }
  return value;
}
