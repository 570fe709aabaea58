import type { Level } from "../contract/change.js";
import type { Location } from "../contract/location.js";
import { remember } from "../contract/memo.js";
import type { Report, SpecError, SpecReport } from "../contract/report.js";
import { jsonPieces } from "./escape/json.js";
import { reveal } from "./escape/reveal.js";
import { type RenderOptions, ruleInfo } from "./options.js";
import { type Item, idOf, isChange, itemsOf } from "./standing.js";

const levels = { error: "error", warn: "warning", info: "note", off: "none" } as const satisfies Record<
  Level,
  string
>;

/**
 * SARIF 2.1.0 (OASIS), for code scanning and editors. What is accepted or known is a suppressed result; with `--against`
 * the baseline state tells the branch's results from those that were there; what could not be judged is a notification.
 */
export function render(report: Report, options: RenderOptions): Iterable<string> {
  const each = report.specs.map((spec) => ({ spec, items: itemsOf(spec) }));
  const ids = [...new Set(each.flatMap(({ items }) => items.map(idOf)))].toSorted();
  const failed = [{ spec: null, error: report.error }, ...report.specs].flatMap(({ spec, error }) =>
    error ? [notification(spec, error)] : [],
  );
  return jsonPieces({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "errlock",
            semanticVersion: report.tool.version,
            rules: ids.map((id) => rule(id, options)),
          },
        },
        invocations: [{ executionSuccessful: failed.length === 0, toolExecutionNotifications: failed }],
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The repository's root." } } },
        results: resultsOf(each, report, ids),
        properties: {
          now: report.now,
          result: report.result,
          against: report.against,
          summary: report.summary,
        },
      },
    ],
  });
}

function rule(id: string, options: RenderOptions) {
  const info = ruleInfo(options, id);
  if (!info) return { id };
  const { what, why, fix, level, url } = info;
  const help = [what, why === "" ? "" : `**Why:** ${why}`, fix === "" ? "" : `**What to do:** ${fix}`];
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}`.trim() },
    help: { text: paragraphs([what, why, fix]), markdown: paragraphs(help) },
    ...(url === null ? {} : { helpUri: url }),
    defaultConfiguration: { level: levels[level], enabled: level !== "off" },
  };
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}

/** Made when they are written: all at once they would take more memory than the report. */
function* resultsOf(
  each: readonly { readonly spec: SpecReport; readonly items: readonly Item[] }[],
  report: Report,
  ids: readonly string[],
) {
  for (const { spec, items } of each) for (const item of items) yield result(item, spec, report, ids);
}

function result(item: Item, { spec, baseline }: SpecReport, report: Report, ids: readonly string[]) {
  const id = idOf(item);
  const held = isChange(item) && baseline !== null && item.code !== null;
  const before = { uri: uri(baseline?.path ?? ""), uriBaseId: "SRCROOT" };
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[item.level],
    message: { text: [item.message, ...item.remedy].map(reveal).join("\n") },
    locations: [location(item.location ?? spec, isChange(item) ? item.operations : [item.at])],
    ...(held
      ? {
          relatedLocations: [
            {
              id: 1,
              physicalLocation: { artifactLocation: before },
              message: { text: `The baseline, version ${reveal(baseline.version)}.` },
            },
          ],
        }
      : {}),
    partialFingerprints: { "errlock/v1": item.fingerprint, primaryLocationLineHash: `${item.fingerprint}:1` },
    ...(report.against === null ? {} : { baselineState: item.origin === "base" ? "unchanged" : "new" }),
    suppressions: suppressions(item),
    properties: properties(item),
  };
}

function location(place: Location | SpecError["location"] | string, names: readonly string[] = []) {
  const file = typeof place === "string" ? place : (place?.file ?? "");
  const logical = names
    .filter((name) => name !== "")
    .map((name) => ({ fullyQualifiedName: name, kind: "resource" }));
  const region =
    place !== null && typeof place !== "string" && "line" in place
      ? {
          startLine: place.line,
          startColumn: place.column,
          endLine: place.endLine,
          endColumn: place.endColumn,
        }
      : { startLine: 1 };
  return {
    physicalLocation: { artifactLocation: { uri: uri(file), uriBaseId: "SRCROOT" }, region },
    ...(logical.length > 0 ? { logicalLocations: logical } : {}),
  };
}

const uris = new Map<string, string>();

/** A root-relative path as a URI reference (RFC 3986). */
function uri(path: string): string {
  return remember(uris, path, () =>
    path
      .split("/")
      .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd")))
      .join("/"),
  );
}

/** An empty list says that the result is not suppressed (SARIF 3.27.23). */
function suppressions(item: Item) {
  if (item.accepted) {
    const { reason, owner, until } = item.accepted;
    return [{ kind: "external", status: "accepted", justification: reason, properties: { owner, until } }];
  }
  const known = !isChange(item) && item.known;
  return known
    ? [{ kind: "external", status: "accepted", justification: "known since the baseline began" }]
    : [];
}

function properties(item: Item) {
  if (!isChange(item)) return { at: item.at, cause: item.cause };
  const { bump, catalog, code, to, how, confidence, evidence, statuses } = item;
  return { bump, catalog, code, to, how, confidence, evidence, statuses };
}

function notification(spec: string | null, error: SpecError) {
  const place = error.location ?? spec;
  return {
    descriptor: { id: error.code },
    level: "error",
    message: { text: `${reveal(error.message)}\n${reveal(error.hint)}` },
    ...(place === null ? {} : { locations: [location(place)] }),
  };
}
