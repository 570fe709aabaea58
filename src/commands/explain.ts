import { rules as lintRules } from "../../rules/rules.js";
import type { Baseline } from "../baseline/format.js";
import { warningRules } from "../catalog/warning-rules.js";
import { type ChangeKindInfo, changeKinds } from "../compare/kinds.js";
import type { BaselineCatalog } from "../contract/baseline.js";
import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { readPackageFile } from "../host/package.js";
import { type JudgingRule, judgingRules } from "../judge/findings.js";
import { type CodesCode, codesSpec } from "../report/codes.js";
import { visible } from "../report/escape/terminal.js";
import { rulePage } from "../report/rule-page.js";
import { wrap } from "../report/text/width.js";
import { trafficRules } from "../traffic/rules.js";
import type { SpecOptions } from "./options.js";
import { renderOptions } from "./outputs.js";
import { readBaseline, readSpec } from "./read.js";
import { allRows } from "./rules.js";
import { sinceIn } from "./since.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock explain WHAT`: a rule, a kind of change, a finding from judging, or a code of the specs. */
export async function explain(what: string, options: SpecOptions, world: World): Promise<ExitCode> {
  const { width } = renderOptions(options, null, world);
  const text = explainId(what, width) ?? (await explainCode(what, width, options, world));
  world.out(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

function explainId(id: string, width: number): string | null {
  if (lintRules.some((rule) => rule.id === id)) {
    const page = readPackageFile(`rules/${id}.md`);
    return page === null ? null : rulePage(page, width);
  }
  if (Object.hasOwn(changeKinds, id)) return kindText(id, changeKinds[id as keyof typeof changeKinds], width);
  if (Object.hasOwn(judgingRules, id)) {
    return judgingText(id, judgingRules[id as keyof typeof judgingRules], width);
  }
  if (Object.hasOwn(warningRules, id)) {
    return judgingText(id, { ...warningRules[id as keyof typeof warningRules], acceptable: true }, width);
  }
  if (Object.hasOwn(trafficRules, id)) {
    return judgingText(id, { ...trafficRules[id as keyof typeof trafficRules], acceptable: false }, width);
  }
  return null;
}

function paragraphs(width: number, ...texts: readonly string[]): string {
  return texts.map((text) => wrap(text, width).join("\n")).join("\n\n");
}

function kindText(id: string, info: ChangeKindInfo, width: number): string {
  const { title, what, why, fix, level, bump, example } = info;
  const facts = `Level: ${level}. Demands of the version: ${bump === "none" ? "nothing" : `a ${bump} bump`}.`;
  const shown = `Before: ${example.before}\nAfter:  ${example.after}`;
  return `${paragraphs(width, `${id}: ${title}`, what, facts, `Why it matters: ${why}`, `What to do: ${fix}`)}\n\n${shown}`;
}

function judgingText(id: string, rule: JudgingRule, width: number): string {
  const { what, why, fix, level, acceptable } = rule;
  const facts = `Level: ${level}.${acceptable ? "" : " It cannot be accepted."}`;
  return paragraphs(width, id, what, facts, `Why it matters: ${why}`, `What to do: ${fix}`);
}

async function explainCode(code: string, width: number, options: SpecOptions, world: World): Promise<string> {
  const workspace = await openWorkspace([], options, world).catch((problem: unknown) =>
    noSpec(problem, code),
  );
  const told: string[] = [];
  const known: string[] = allRows().map(({ id }) => id);
  for (const entry of workspace.entries) {
    const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
    const { spec, extraction } = await readSpec(entry, baseline, workspace);
    const { catalogs } = codesSpec(spec, extraction, {
      since: sinceIn(baseline),
      explain: false,
      places: { limit: workspace.limits.places, file: entry.spec },
    });
    for (const { name, codes } of catalogs) {
      known.push(...codes.map((each) => each.code));
      const found = codes.find((each) => each.code === code);
      if (found) told.push(codeText(found, name, entry.spec, width));
    }
    told.push(...retiredText(code, baseline, entry.spec, width));
  }
  if (told.length > 0) return told.join("\n\n");
  throw unknown(code, known, "no code of the specs");
}

/** Without any spec it may still be an id with a slip of the pen. */
function noSpec(problem: unknown, what: string): Workspace {
  if (!(problem instanceof Problem && problem.code === "no-spec")) throw problem;
  throw unknown(
    what,
    allRows().map(({ id }) => id),
    "no spec was found that could have it as a code",
  );
}

function unknown(what: string, known: readonly string[], neither: string): Problem {
  const near = nearest(what, known);
  return new Problem(
    "usage",
    `\`${what}\` is no rule, no kind of change, and ${neither}`,
    near === null ? "see `errlock rules` and `errlock codes`." : `did you mean \`${near}\`?`,
  );
}

function codeText(code: CodesCode, catalog: string, spec: string, width: number): string {
  const { location, operations, statuses } = code;
  const place = location === null ? spec : `${location.file}:${location.line}:${location.column}`;
  const facts: (string | null)[] = [
    `Declared at ${place}, in the catalog \`${catalog}\`.`,
    code.group && `Group: ${code.group}.`,
    statuses.length > 0 ? `Comes with status ${statuses.join(", ")}.` : null,
    operations.length > 0
      ? `Operations: ${operations.length <= 8 ? operations.join(", ") : `${operations.length} of them`}.`
      : null,
    code.since && `In the contract since ${code.since}.`,
    code.deprecated
      ? `Deprecated${code.sunset ? `, may be gone from ${code.sunset}` : ""}${code.replacedBy ? `; use \`${code.replacedBy}\`` : ""}.`
      : null,
  ];
  const lines = facts.flatMap((fact) => (fact ? [visible(fact)] : []));
  return paragraphs(width, visible(code.code), visible(code.description), ...lines);
}

function retiredText(code: string, baseline: Baseline | null, spec: string, width: number): string[] {
  if (baseline === null) return [];
  const catalogs: BaselineCatalog[] = [baseline.main, ...Object.values(baseline.catalogs)];
  return catalogs.flatMap(({ retired }) => {
    const stone = Object.hasOwn(retired, code) ? retired[code] : undefined;
    if (stone === undefined) return [];
    const became =
      stone.replacedBy === undefined ? "" : ` It was replaced by ${[stone.replacedBy].flat().join(", ")}.`;
    const text = `Retired in ${stone.retired}; it was in the contract of ${spec} since ${stone.since}. Reason: ${stone.reason}.${became}`;
    return [paragraphs(width, visible(code), visible(text))];
  });
}
