import { type Command, InvalidArgumentError, Option } from "commander";
import type { FailOn, FormatRequest } from "../commands/options.js";
import { isIsoDate } from "../contract/date.js";

/** Part of every help that prints a verdict. */
export const exitCodes = `Exit codes:
  0  the contract holds
  1  it does not: something at or above --fail-on
  2  could not judge: usage, config, unreadable input, missing baseline, no codes`;

function formatRequest(value: string, before: readonly FormatRequest[] = []): FormatRequest[] {
  const equals = value.indexOf("=");
  const request =
    equals < 0
      ? { name: value, file: null }
      : { name: value.slice(0, equals), file: value.slice(equals + 1) };
  if (request.file === "") throw new InvalidArgumentError(`name a file after \`${request.name}=\`.`);
  return [...before, request];
}

function isoDate(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError("a date is written 2026-12-31.");
  return value;
}

/** Collects a flag that may be repeated. */
export const list = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Flags that every command has. */
export function common(command: Command): Command {
  return command
    .option("-c, --config <file>", "the config (default: errlock.yaml, found upwards)")
    .option("--root <dir>", "nothing outside is read (default: the repository's root)")
    .option("--now <date>", "the date to judge by (default: today, UTC)", isoDate)
    .addOption(
      new Option("--color <when>", "colour the output").choices(["auto", "always", "never"]).default("auto"),
    )
    .option("--quiet", "errors and the summary only")
    .option("--verbose", "unfold what is folded; stack traces");
}

/** Flags of commands that read specs. */
export function reading(command: Command): Command {
  return common(command)
    .option("--baseline <file>", "the baseline to use, for a single spec")
    .option("--stdin-path <file>", "the path that a spec read from standard input (-) stands for");
}

/** Flags of commands that print something in a format. */
export function formats(command: Command, names: string, fallback = "text"): Command {
  return command
    .option(
      "-f, --format <name[=file]>",
      `${names} (default: ${fallback}; repeatable with files)`,
      formatRequest,
    )
    .option("-o, --output <file>", "write to a file, with a single --format");
}

export const reportFormats = "text, json, sarif, junit, github, gitlab, markdown, html";

/** Flags of `check`, `lint` and their like. */
export function judging(command: Command): Command {
  return formats(reading(command), reportFormats)
    .option("--against <ref>", "judge a branch: only what it changed since the merge base with <ref> fails")
    .addOption(failOn());
}

export function failOn(): Option {
  return new Option("--fail-on <level>", "the lowest level that fails the build")
    .choices(["error", "warn", "info"] satisfies FailOn[])
    .default("error");
}

/** Examples at the end of a help. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
