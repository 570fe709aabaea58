import type { Consumer } from "../config/config.js";
import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import type { SkipReason } from "../scan/skip.js";

/** The consumers together read the same files too often. */
export function tooOften({ name, location }: Consumer, most: number): Problem {
  return new Problem(
    "too-many-files",
    `consumer ${name}: the consumers read files of others again beyond the limit of ${most}`,
    "make one consumer of those with the same files, or raise `limits.consumerFiles` in the config.",
    location,
  );
}

/** Files that name codes have too many texts beside them. */
export function tooManyTexts({ name, location }: Consumer, most: number): Problem {
  return new Problem(
    "too-many-files",
    `consumer ${name}: the files of consumers that name codes have too many strings and names beside them, for a limit of ${most} files`,
    "name fewer files, leave generated ones out, or raise `limits.consumerFiles` in the config.",
    location,
  );
}

/** The patterns of the consumers together take too long. */
export function tooManySteps({ name, location }: Consumer, most: number): Problem {
  return new Problem(
    "consumer-pattern",
    `consumer ${name}: the patterns of consumers take more than ${most} steps over their files`,
    "repeat less in its `pattern`, name fewer files, or raise `limits.patternSteps` in the config.",
    location,
  );
}

/** A consumer of a spec that is not there. */
export function unknownSpec({ name, spec, location }: Consumer, known: readonly string[]): Problem {
  const near = nearest(spec ?? "", known);
  return new Problem(
    "consumer-spec",
    `consumer ${name}: there is no spec ${spec}`,
    near === null ? `specs: ${known.join(", ")}.` : `did you mean ${near}?`,
    location,
  );
}

/** A file that a consumer names cannot be read. */
export function missingFile({ name, location }: Consumer, problem: Problem): Problem {
  return new Problem(
    "consumer-missing",
    `consumer ${name}: ${problem.location?.file ?? "a file"}: ${problem.message}`,
    "correct its `files` in the config.",
    location,
    { cause: problem },
  );
}

/** Nothing of a consumer was read: its globs match nothing, or only what is skipped. */
export function noFile({ name, location }: Consumer, skipped: Partial<Record<SkipReason, number>>): Problem {
  const why = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return why.length === 0
    ? new Problem(
        "consumer-missing",
        `consumer ${name}: no file matches \`files\``,
        "correct the globs; what `.gitignore` lists must be named without one.",
        location,
      )
    : new Problem(
        "consumer-unread",
        `consumer ${name}: no file could be read (${why.join(", ")})`,
        "name a generated file by its path instead of by a glob.",
        location,
      );
}
