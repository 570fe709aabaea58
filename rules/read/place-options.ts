import { type OptionTable, string, strings } from "../options.js";
import type { Options } from "../rule.js";
import type { PlaceOptions } from "./place.js";

/** Options of every rule that must know which schemas are error schemas. */
export const placeOptions = {
  schemas: {
    is: "strings",
    about: "names or pointers of the error schemas; found in the document where not given",
  },
  code: {
    is: "string",
    about: "path of the property that holds the code, such as `error.code`; found where not given",
  },
} as const satisfies OptionTable;

export function placeFrom(options: Options): PlaceOptions {
  const schemas = strings(options.schemas);
  const code = string(options.code);
  return { ...(schemas === undefined ? {} : { schemas }), ...(code === undefined ? {} : { code }) };
}
