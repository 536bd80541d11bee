import { contentText } from "./content.js";
import { encode } from "./encode.js";
import { valueOf, type ParameterDefinition } from "./parameters.js";
import { write } from "./style.js";

/**
 * Fills in a path template.
 *
 * @throws TypeError for a value that is missing, empty, `.` or `..`: the request would reach another resource than the
 * one the path names (RFC 3986, section 5.2.4), often the whole collection.
 */
export function writePath(
  template: string,
  parameters: readonly ParameterDefinition[],
  input: unknown,
): string {
  return template
    .split("/")
    .map((segment) => {
      if (!segment.includes("{")) return segment;
      const filled = segment.replace(/\{([^{}]+)\}/g, (_, name: string) => {
        const parameter = parameters.find((one) => one.in === "path" && one.name === name);
        const text = parameter && writeOne(parameter, input);
        if (!text || /^\.{1,2}$/.test(text))
          throw new TypeError(`The path parameter ${name} must not be empty, "." or ".."`);
        return text;
      });
      if (/^\.{1,2}$/.test(filled))
        throw new TypeError(`The path ${template} must not have a part "." or ".."`);
      return filled;
    })
    .join("/");
}

function writeOne(parameter: ParameterDefinition, input: unknown): string | undefined {
  const { name, style = "simple", explode = false, content } = parameter;
  const value = valueOf(parameter, input);
  // With a style that puts a mark before the value, an empty value is not an empty text.
  if (value === "") return undefined;
  if (content === undefined) return write(value, { name, style, explode, encode });
  return encode(contentText(value, content, `The parameter ${name}`) ?? "");
}
