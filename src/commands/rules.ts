import { rules as lintRules } from "../../rules/rules.js";
import { warningRules } from "../catalog/warning-rules.js";
import { changeKinds } from "../compare/kinds.js";
import { judgingRules } from "../judge/findings.js";
import { json } from "../report/escape/json.js";
import { columns, wrap } from "../report/text/width.js";
import { trafficRules } from "../traffic/rules.js";
import type { FormatOptions } from "./options.js";
import { parseOutputs, renderOptions, writeOutput } from "./outputs.js";
import type { ExitCode, World } from "./world.js";

interface Row {
  readonly id: string;
  readonly type: "rule" | "change" | "judging" | "reading" | "traffic";
  readonly level: string;
  /** Null: rules and findings demand nothing of the version. */
  readonly bump: string | null;
  readonly line: string;
}

const titles = {
  rule: "Lint rules",
  change: "Kinds of change",
  judging: "Findings from judging",
  reading: "Findings from reading the codes",
  traffic: "Findings in recorded traffic",
} as const;

/** Every id that the config can name or a report can show. */
export function allRows(): Row[] {
  return [
    ...lintRules.map(
      ({ id, level, description }): Row => ({ id, type: "rule", level, bump: null, line: description }),
    ),
    ...Object.entries(changeKinds).map(
      ([id, { level, bump, what }]): Row => ({ id, type: "change", level, bump, line: firstSentence(what) }),
    ),
    ...Object.entries(judgingRules).map(
      ([id, { level, what }]): Row => ({ id, type: "judging", level, bump: null, line: firstSentence(what) }),
    ),
    ...Object.entries(warningRules).map(
      ([id, { level, what }]): Row => ({ id, type: "reading", level, bump: null, line: firstSentence(what) }),
    ),
    ...Object.entries(trafficRules).map(
      ([id, { level, what }]): Row => ({ id, type: "traffic", level, bump: null, line: firstSentence(what) }),
    ),
  ];
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

/** `errlock rules`: all rules and kinds of change, with level, bump and one line each. */
export async function rules(options: FormatOptions, world: World): Promise<ExitCode> {
  const rows = allRows();
  for (const output of parseOutputs(options, ["text", "json"] as const)) {
    const text =
      output.name === "json"
        ? json({ format: 1, rules: rows })
        : table(rows, renderOptions(options, output.file, world).width);
    await writeOutput(output, text, world);
  }
  return 0;
}

function table(rows: readonly Row[], width: number): string {
  const wide = Math.max(...rows.map(({ id }) => columns(id)));
  const types = ["rule", "change", "judging", "reading", "traffic"] as const;
  const blocks = types.map((type) => {
    const lines = rows
      .filter((row) => row.type === type)
      .flatMap((row) => {
        const head = `  ${row.id.padEnd(wide)}  ${row.level.padEnd(5)}  ${(row.bump ?? "").padEnd(5)}  `;
        const [first = "", ...rest] = wrap(row.line, Math.max(20, width - head.length));
        return [`${head}${first}`.trimEnd(), ...rest.map((line) => `${" ".repeat(head.length)}${line}`)];
      });
    return [titles[type], "", ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n\`errlock explain ID\` says more of each.\n`;
}
