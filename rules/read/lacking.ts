import type { Complaint, Options } from "../rule.js";
import { type Catalog, type Code, catalogs } from "./catalogs.js";
import { placeFrom } from "./place-options.js";
import type { Reading } from "./reading.js";

/** Codes that lack something others have, one by one; where none has it, the catalog as one. */
export function lacking(
  reading: Reading,
  options: Options,
  what: string,
  has: (code: Code) => boolean,
): Complaint[] {
  return catalogs(reading, placeFrom(options)).flatMap((catalog) => {
    const without = [...catalog.codes.values()].filter((code) => !has(code));
    if (without.length === catalog.codes.size) return together(catalog, what);
    return without.map(({ code, node }) => {
      return {
        node,
        at: code,
        cause: `no ${what}`,
        message: `Code ${code} has no ${what}, though others have one.`,
      };
    });
  });
}

function together({ name, lists, codes }: Catalog, what: string): Complaint[] {
  const [first] = lists;
  if (first === undefined) return [];
  const message = `None of the ${codes.size} codes of ${name} has a ${what}.`;
  return [{ node: first, at: name, cause: `no ${what}s`, message }];
}
