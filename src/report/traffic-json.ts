import type { TrafficReport } from "../traffic/judge.js";
import { trafficMessage } from "../traffic/message.js";
import { json } from "./escape/json.js";

export interface TrafficResult extends TrafficReport {
  readonly spec: string;
  readonly files: readonly string[];
  /** Lines and entries that are no exchange. */
  readonly unread: number;
  readonly result: "pass" | "fail";
}

/** `traffic -f json`. No body, no header and no URL stands in it. */
export function renderTrafficJson({ findings, ...rest }: TrafficResult): string {
  const { spec, files, result, responses, errors, unmatched, unread, more, coverage } = rest;
  return json({
    ...{ format: 1, spec, files, result, responses, errors, unmatched, unread },
    findings: findings.map((finding) => ({ ...finding, message: trafficMessage(finding) })),
    ...{ more, coverage },
  });
}
