import { contentText } from "./content.js";
import { encode, encodeReserved } from "./encode.js";
import { valueOf, type ParameterDefinition } from "./parameters.js";
import { write } from "./style.js";

/** The query of a request, without its question mark; undefined and null are left out. */
export function writeQuery(parameters: readonly ParameterDefinition[], input: unknown): string {
  return parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => writeQueryParameter(parameter, valueOf(parameter, input)))
    .filter((text) => text !== undefined)
    .join("&");
}

/** One name and its value or values as they stand in a query or a form; `undefined` when it is not sent. */
export function writeQueryParameter(
  parameter: Omit<ParameterDefinition, "in">,
  value: unknown,
): string | undefined {
  const { name, style = "form", explode = style === "form", allowReserved, content } = parameter;
  if (content === undefined) {
    return write(value, { name, style, explode, encode: allowReserved ? encodeReserved : encode });
  }
  const text = contentText(value, content, `The parameter ${name}`);
  return text === undefined ? undefined : `${encode(name)}=${encode(text)}`;
}
