import { type OptionTable, string, strings } from "../options.js";
import type { Options } from "../rule.js";

/** What a config or an options object says about the place of codes. */
export interface PlaceOptions {
  /** Names of components, or pointers. */
  readonly schemas?: readonly string[];
  readonly code?: string;
}

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
  const schemas = strings(options.schemas) ?? [];
  const code = string(options.code);
  return { ...(schemas.length === 0 ? {} : { schemas }), ...(code === undefined ? {} : { code }) };
}
