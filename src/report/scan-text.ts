import type { ConsumerReport, ScanReport, Suggestion } from "../scan/report.js";
import { yamlScalar } from "./escape/yaml.js";
import type { RenderOptions } from "./options.js";
import { styleOf } from "./text/style.js";
import { count } from "./words.js";

/** What there is to say of consumers beside their findings: how much was read, left out, and named by nobody. */
export function scanNotes({ consumers, unmentioned }: ScanReport, spec: string, verbose: boolean): string[] {
  const own = consumers.filter((consumer) => consumer.spec === spec);
  const notes = own.map(consumerNote);
  if (consumers[0]?.spec !== spec || unmentioned.length === 0) return notes;
  const shown = verbose ? unmentioned : unmentioned.slice(0, 8);
  const rest = unmentioned.length - shown.length;
  const end = rest > 0 ? ` and ${rest} more (--verbose lists them)` : "";
  return [...notes, `no consumer names ${count(unmentioned.length, "code")}: ${shown.join(", ")}${end}`];
}

function consumerNote({ name, files, named, skipped, ignored, findings }: ConsumerReport): string {
  const kinds = ["unknown", "retired", "missing", "deprecated"] as const;
  const parts = kinds.flatMap((kind) => {
    const number = findings.filter((finding) => finding.kind === kind).length;
    return number === 0 ? [] : [`${number} ${kind}`];
  });
  const skips = Object.entries(skipped).map(
    ([reason, number]) => `${count(number, "file")} skipped (${reason})`,
  );
  const leave = ignored.length === 0 ? [] : [`${ignored.length} ignored`];
  return `${name}: ${count(named, "code")} named in ${count(files.length, "file")}${[...parts, ...leave, ...skips].map((part) => `, ${part}`).join("")}`;
}

const most = 10;

/** Where codes stand in a repository that has no consumers configured, with the lines of the config to paste. */
export function renderSuggestions(suggestions: readonly Suggestion[], options: RenderOptions): string {
  const style = styleOf(options);
  if (suggestions.length === 0) {
    return `${style.safe("No consumers are configured, and no file was found that names three codes or more.")}\n`;
  }
  const shown = options.verbose ? suggestions : suggestions.slice(0, most);
  const lines = [
    `No consumers are configured. ${count(suggestions.length, "file names", "files name")} codes of the catalog:`,
    "",
    ...shown.map(({ file, known, unknown }) => {
      const drift = unknown === 0 ? "" : `, and ${unknown} that the catalog does not have`;
      return `  ${style.safe(file)}: ${count(known, "code")}${drift}`;
    }),
    ...(suggestions.length > shown.length
      ? [`  and ${suggestions.length - shown.length} more; --verbose lists them`]
      : []),
    "",
    "To have them checked, add to errlock.yaml:",
    "",
    "consumers:",
    ...shown.flatMap(({ file }) => [`  - name: ${yamlScalar(file)}`, `    files: ${yamlScalar(file)}`]),
  ];
  return `${lines.join("\n")}\n`;
}
