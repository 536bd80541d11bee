import { contentText } from "./content.js";
import { encode } from "./encode.js";
import type { HeaderMap } from "./header-map.js";
import { valueOf, type ParameterDefinition } from "./parameters.js";
import { write } from "./style.js";

/**
 * The headers that carry an operation's header and cookie parameters.
 *
 * Header values are not percent-encoded. An exploded cookie parameter becomes several cookies, each with the name.
 */
export function writeHeaders(parameters: readonly ParameterDefinition[], input: unknown): HeaderMap {
  const headers: HeaderMap = {};
  const cookies: string[] = [];
  for (const parameter of parameters) {
    if (parameter.in !== "header" && parameter.in !== "cookie") continue;
    const { name, style, explode, content } = parameter;
    const value = valueOf(parameter, input);
    const inHeader = parameter.in === "header";
    const text =
      content !== undefined
        ? contentText(value, content, `The parameter ${name}`)
        : inHeader
          ? write(value, {
              name,
              style: style ?? "simple",
              explode: explode ?? false,
              encode: (part) => part,
            })
          : write(value, { name, style: style ?? "form", explode: explode ?? true, encode, separator: "; " });
    if (text === undefined) continue;
    if (inHeader) headers[name.toLowerCase()] = text;
    else cookies.push(content === undefined ? text : `${encode(name)}=${encode(text)}`);
  }
  // A header that is called so has cookies too.
  if (cookies.length) headers["cookie"] = [headers["cookie"] ?? [], cookies].flat().join("; ");
  return headers;
}
