import type { Report, SpecReport } from "../contract/report.js";
import { append } from "../host/append.js";
import { exitCode, summarize } from "../judge/exit-code.js";
import { type FormatName, formats } from "../report/formats.js";
import { version } from "../version.js";
import type { FailOn, JudgeOptions } from "./options.js";
import { type Output, parseOutputs, renderOptions, writeOutput } from "./outputs.js";
import { reportProblem } from "./problem.js";
import type { ExitCode, World } from "./world.js";

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** The outputs that a judging command was asked for. @throws Problem `usage` */
export function judgingOutputs(options: JudgeOptions): Output<FormatName>[] {
  return parseOutputs(options, formatNames);
}

export interface Judged {
  readonly command: Report["command"];
  readonly now: string;
  readonly against: Report["against"];
  readonly specs: readonly SpecReport[];
}

/** Puts the report together. */
export function toReport({ command, now, against, specs }: Judged, failOn: FailOn): Report {
  const summary = summarize(specs);
  const code = exitCode({ summary, specs }, failOn);
  return {
    format: 1,
    tool: { name: "errlock", version },
    command,
    now,
    result: code === 0 ? "pass" : code === 1 ? "fail" : "error",
    against,
    specs,
    summary,
  };
}

/** Writes a report in all formats asked for, and gives the exit code. */
export async function publish(
  judged: Judged,
  outputs: readonly Output<FormatName>[],
  options: JudgeOptions,
  world: World,
): Promise<ExitCode> {
  const report = toReport(judged, options.failOn);
  for (const output of outputs) {
    const render = await formats[output.name]();
    await writeOutput(output, render(report, renderOptions(options, output.file, world)), world);
    if (output.name === "github") await publishSummary(report, options, world);
  }
  return exitCode(report, options.failOn);
}

/** The job summary of GitHub Actions has what its annotations leave out. Without it the verdict stands all the same. */
async function publishSummary(report: Report, options: JudgeOptions, world: World): Promise<void> {
  const file = world.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === "") return;
  const { renderSummary } = await import("../report/github.js");
  try {
    await append(file, renderSummary(report, renderOptions(options, file, world)));
  } catch (error) {
    reportProblem(error, world, options.verbose);
  }
}
