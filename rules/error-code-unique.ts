import { catalogs } from "./read/catalogs.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Complaint, Rule } from "./rule.js";

export const errorCodeUnique: Rule = {
  id: "error-code-unique",
  description: "No code is listed twice, and none differ only in case or separators.",
  why: "`NOT_FOUND` and `not-found` are two codes to a machine and one to a person. One of them is a mistake that clients will match on.",
  fix: "Remove what is listed again; of two spellings keep the one that the server sends.",
  level: "error",
  options: placeOptions,
  check(reading, options) {
    const found: Complaint[] = [];
    for (const { repeats, codes } of catalogs(reading, placeFrom(options))) {
      for (const { code, node } of repeats)
        found.push({ node, at: code, cause: "listed twice", message: `Code ${code} is listed twice.` });
      const spellings = new Map<string, string>();
      for (const { code, node } of codes.values()) {
        const spelling = code.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
        const first = spellings.get(spelling);
        if (first === undefined) spellings.set(spelling, code);
        else {
          const message = `Code ${code} differs from ${first} only in case or separators; clients will mix them up.`;
          found.push({ node, at: code, cause: "differ only in case or separators", message });
        }
      }
    }
    return found;
  },
};
