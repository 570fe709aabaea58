import core from "@stoplight/spectral-core";
import functions from "@stoplight/spectral-functions";
import { linearPattern } from "./linear-pattern.js";

type SpectralFunction = (target: unknown, options: unknown, context: unknown) => unknown;

interface PatternOptions {
  readonly match?: string;
  readonly notMatch?: string;
}

/** Spectral's `pattern`, in linear time where the expression allows it. */
const pattern = core.createRulesetFunction<string, PatternOptions>(
  { input: { type: "string" }, options: functions.pattern.schemas.options as object },
  function pattern(target, { match, notMatch }) {
    const results: { message: string }[] = [];
    if (match !== undefined && !tests(match, target)) {
      results.push({ message: `#{{print("value")}} must match the pattern "${match}"` });
    }
    if (notMatch !== undefined && tests(notMatch, target)) {
      results.push({ message: `#{{print("value")}} must not match the pattern "${notMatch}"` });
    }
    return results;
  },
);

function tests(source: string, text: string): boolean {
  const linear = linearPattern(source);
  if (linear !== null) return linear(text);
  const [, body = source, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(source) ?? [];
  return new RegExp(body, flags).test(text);
}

/** Core functions by the names that rulesets call them. Source: Spectral, Core Functions. */
export const coreFunctions: ReadonlyMap<string, SpectralFunction> = new Map(
  Object.entries({ ...functions, pattern }) as [string, SpectralFunction][],
);

type Format = (document: unknown) => boolean;

/** Formats by the names that rulesets call them. Source: Spectral, Formats. */
export const formats: ReadonlyMap<string, Format> = new Map([
  ["oas2", named("oas2", "swagger", /^2\./)],
  ["oas3", named("oas3", "openapi", /^3\./)],
  ["oas3.0", named("oas3.0", "openapi", /^3\.0/)],
  ["oas3.1", named("oas3.1", "openapi", /^3\.1/)],
  ["oas3.2", named("oas3.2", "openapi", /^3\.2/)],
]);

function named(displayName: string, key: string, version: RegExp): Format {
  const format: Format = (document) => {
    const entries = typeof document === "object" && document !== null ? document : {};
    return version.test(String((entries as Readonly<Record<string, unknown>>)[key] ?? ""));
  };
  return Object.assign(format, { displayName });
}
