import type { Finding } from "../contract/finding.js";
import type { Location } from "../contract/location.js";
import type { ConsumerFinding } from "./consumer.js";
import type { Mention } from "./mention.js";
import type { ConsumerReport, ScanReport } from "./report.js";

/** What was found in consumers, as findings that are judged like any other: by spec. */
export function toFindings({ consumers }: ScanReport): { spec: string; finding: Finding }[] {
  return consumers.flatMap((consumer) =>
    consumer.findings.map((found) => ({ spec: consumer.spec, finding: toFinding(found, consumer) })),
  );
}

function toFinding(
  { kind, level, code, message, mentions }: ConsumerFinding,
  { name, files }: ConsumerReport,
): Finding {
  const [first] = mentions;
  const file = files[0];
  return {
    rule: `consumer-${kind}-code`,
    level,
    at: `${name} ${code}`,
    message,
    // Each unknown code has a story of its own; all that a complete list lacks is one.
    cause: kind === "missing" ? `${name} does not name every code` : `\`${code}\` in ${name}`,
    location: first !== undefined ? locationOf(first) : file === undefined ? null : top(file),
  };
}

/** Where a code is named. Such a place has no pointer. */
export function locationOf({ file, line, column, endColumn }: Mention): Location {
  return { file, pointer: "", line, column, endLine: line, endColumn };
}

function top(file: string): Location {
  return { file, pointer: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
}
