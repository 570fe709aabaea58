import type { Report, SpecError, SpecReport } from "../contract/report.js";
import { append } from "../host/append.js";
import { exitCode, summarize } from "../judge/exit-code.js";
import { type FormatName, formats } from "../report/formats.js";
import { version } from "../version.js";
import type { FailOn, JudgeOptions } from "./options.js";
import { type Output, parseOutputs, renderOptions, writeOutputs } from "./outputs.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import type { ExitCode, World } from "./world.js";

const formatNames = Object.keys(formats) as readonly FormatName[];

/** The outputs that a judging command was asked for. @throws Problem `usage` */
export function judgingOutputs(options: JudgeOptions): Output<FormatName>[] {
  return parseOutputs(options, formatNames);
}

export interface Judged {
  readonly command: Report["command"];
  readonly now: string;
  readonly against: Report["against"];
  readonly specs: readonly SpecReport[];
  /** Why nothing could be judged. */
  readonly error?: SpecError | null;
}

/** Puts the report together. */
export function toReport({ command, now, against, specs, error = null }: Judged, failOn: FailOn): Report {
  const summary = summarize(specs);
  const code = exitCode({ summary, specs, error }, failOn);
  return {
    format: 1,
    tool: { name: "errlock", version },
    command,
    now,
    result: code === 0 ? "pass" : code === 1 ? "fail" : "error",
    error,
    against,
    specs,
    summary,
  };
}

/**
 * Judges, writes the report in all formats asked for, and gives the exit code. What keeps the whole run from being judged
 * (a broken config, no spec) is told on standard error, and in the report.
 */
export async function judgeAndPublish(
  command: Report["command"],
  options: JudgeOptions,
  world: World,
  judge: () => Promise<Omit<Judged, "command">>,
): Promise<ExitCode> {
  const outputs = judgingOutputs(options);
  return publish({ command, ...(await judge().catch(unjudged)) }, outputs, options, world);

  function unjudged(problem: unknown): Omit<Judged, "command"> {
    reportProblem(problem, world, options.verbose);
    const error = specError(toProblem(problem));
    return { now: options.now ?? world.today, against: null, specs: [], error };
  }
}

/** Writes a report in all formats asked for, and gives the exit code. */
export async function publish(
  judged: Judged,
  outputs: readonly Output<FormatName>[],
  options: JudgeOptions,
  world: World,
): Promise<ExitCode> {
  const report = toReport(judged, options.failOn);
  if (outputs.some(({ name }) => name === "github")) await publishSummary(report, options, world);
  const render = async ({ name, file }: Output<FormatName>) =>
    (await formats[name]())(report, renderOptions(options, file, world));
  await writeOutputs(outputs, render, world);
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
