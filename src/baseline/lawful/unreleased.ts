import type { Baseline } from "../../contract/baseline.js";
import { formatBaseline } from "../write.js";
import { type Unlawful, unlawful } from "./span.js";

/** Without a release nothing but `known` may differ: every line that does is named by its key. */
export function checkUnreleased(before: Baseline, after: Baseline): Unlawful[] {
  const [old, next] = [linesOf(before), linesOf(after)];
  return [
    ...[...old].filter((line) => !next.has(line)).map((line) => said(line, "is gone, without a release")),
    ...[...next].filter((line) => !old.has(line)).map((line) => said(line, "is new, without a release")),
  ];
}

function said(line: string, what: string): Unlawful {
  const key = /^"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line;
  return unlawful(key, `the line ${line} ${what}`);
}

/** A comma at the end is not the line's own, and brackets say nothing. */
function linesOf(baseline: Baseline): Set<string> {
  const lines = formatBaseline({ ...baseline, known: {} }).split("\n");
  return new Set(lines.map((line) => line.trim().replace(/,$/, "")).filter((line) => !/^[\]}]*$/.test(line)));
}
