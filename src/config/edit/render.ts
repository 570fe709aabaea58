import { stringify } from "yaml";
import type { Acceptance } from "../../contract/policy.js";
import { byCodePoint } from "../../contract/record.js";
import { folderOf, fromRoot } from "../paths.js";

export type NewAcceptance = Omit<Acceptance, "location">;

/** An acceptance as a config writes it: only what it says, in the order in which people read it. */
function written(acceptance: NewAcceptance, file: string): Record<string, unknown> {
  const { code, to, kind, at, spec, catalog, reason, owner, until, correction } = acceptance;
  return {
    ...(code !== null && { code }),
    ...(to.length > 0 && { to }),
    ...(kind !== null && { kind }),
    ...(at !== null && { at }),
    ...(spec !== null && { spec: fromRoot(spec, folderOf(file)) }),
    ...(catalog !== null && { catalog }),
    reason,
    ...(owner !== null && { owner }),
    ...(until !== null && { until }),
    ...(correction && { correction }),
  };
}

/** Its lines as an entry of a block list, without indentation. */
export function blockLines(acceptance: NewAcceptance, file: string): string[] {
  const entry = written(acceptance, file);
  const lines = Object.entries(entry).map(([key, value]) => `${key}: ${flow(value)}`);
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** As JSON on one line, which is YAML too. */
export function jsonEntry(acceptance: NewAcceptance, file: string): string {
  const members = Object.entries(written(acceptance, file)).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${members.join(", ")} }`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => inFlow(String(item))).join(", ")}]`;
  return typeof value === "string" ? scalar(value) : String(value);
}

/** A date stays bare, as people write it; what YAML could read as anything else is quoted, what it cannot hold escaped. */
function scalar(value: string): string {
  if (/[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]|[\u2028\u2029\u0085\ufeff]/.test(value))
    return JSON.stringify(value);
  const text = stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
  return text.includes("\n") ? JSON.stringify(value) : text;
}

function inFlow(value: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(value) ? scalar(value) : JSON.stringify(value);
}

/** The order of entries: by code, kind and place. */
export function byIdentity(a: Identity, b: Identity): number {
  for (const key of ["code", "kind", "at", "spec", "catalog"] as const) {
    const order = byCodePoint(a[key] ?? "", b[key] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
export type Identity = Pick<Acceptance, "code" | "kind" | "at" | "spec" | "catalog">;
