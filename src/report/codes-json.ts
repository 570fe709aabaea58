import type { CodesReport } from "./codes.js";
import { jsonPieces } from "./escape/json.js";
import { errorJson, locationJson } from "./json.js";

/** How deep the codes of a report lie. */
const codeDepth = 6;

/** The catalogs as `schema/codes.schema.json` has them. */
export function render({ format, error, specs }: CodesReport): Iterable<string> {
  const report = {
    format,
    error: error && errorJson(error),
    specs: specs.map(({ spec, error, version, operations, catalogs, unused, explanation }) => ({
      ...{ spec, error, version, operations },
      catalogs: catalogs.map(({ name, open, normative, shape, linked, errorSchemas, pointers, codes }) => ({
        ...{ name, open, normative, shape, linked, errorSchemas, pointers },
        codes: codes.map(({ location, ...code }) => ({
          ...code,
          location: location && locationJson(location),
        })),
      })),
      unused,
      ...(explanation === null ? {} : { explanation }),
    })),
  };
  return jsonPieces(report, codeDepth);
}
