import { CommanderError } from "commander";
import { Problem } from "../contract/problem.js";
import type { SpecError } from "../contract/report.js";
import { systemProblem } from "../host/file-problems.js";
import { visible } from "../report/escape/terminal.js";
import type { World } from "./world.js";

/** `specs/openapi.yaml:12:3`, or the file alone, or nothing. */
function place({ location }: Problem): string {
  if (!location) return "";
  return "line" in location ? `${location.file}:${location.line}:${location.column}: ` : `${location.file}: `;
}

/** Any error as a problem: a usage error and an unexpected one have a hint too. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CommanderError) {
    if (error.code === "commander.help") {
      return new Problem("usage", "this needs a subcommand", "name one of those that the help lists.");
    }
    const message = error.message.replace(/^error: /, "").replace(/\n\(?(Did you mean.*?)\)?$/s, ". $1");
    return new Problem("usage", message, "see `errlock --help` or `errlock help COMMAND`.");
  }
  const system = systemProblem(error);
  if (system !== null) return system;
  const message = error instanceof Error ? error.message : String(error);
  return new Problem(
    "unexpected",
    `unexpected error: ${message}`,
    "this is a defect of errlock; run again with --verbose and report it with the output.",
    null,
    { cause: error },
  );
}

/** Two lines on stderr: what is wrong and where, and what to do. */
export function reportProblem(error: unknown, world: World, verbose = false): void {
  const problem = toProblem(error);
  world.err(`errlock: ${visible(place(problem) + problem.message)}\n`);
  world.err(`  ${visible(problem.hint)}\n`);
  if (verbose && error instanceof Error && error.stack) world.err(`${visible(error.stack)}\n`);
}

/** A problem as reports carry it. */
export function specError({ code, message, hint, location }: Problem): SpecError {
  return { code, message, hint, location };
}
