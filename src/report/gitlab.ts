import type { Level } from "../contract/change.js";
import type { Report, SpecError, SpecReport } from "../contract/report.js";
import { jsonPieces, lazily } from "./escape/json.js";
import { reveal } from "./escape/reveal.js";
import { type Item, idOf, itemsOf, standingOf } from "./standing.js";

const severities = { error: "major", warn: "minor", info: "info", off: "info" } as const satisfies Record<
  Level,
  string
>;

/**
 * GitLab's code quality report (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"). It has no word for
 * accepted or known, so only what counts is in it. GitLab drops entries whose fingerprint it has seen: ours are unique.
 */
export function render(report: Report): Iterable<string> {
  const seen = new Map<string, number>();
  const unique = (fingerprint: string): string => {
    const times = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, times);
    return times === 1 ? fingerprint : `${fingerprint}:${times}`;
  };
  return jsonPieces(
    lazily(issuesOf(report), (issue) => ({ ...issue, fingerprint: unique(issue.fingerprint) })),
    1,
  );
}

function* issuesOf(report: Report): Generator<Issue> {
  yield* problem(report.error, ".");
  for (const spec of report.specs) {
    yield* problem(spec.error, spec.spec);
    for (const item of itemsOf(spec)) if (standingOf(item) === "counts") yield issue(item, spec);
  }
}

type Issue = ReturnType<typeof issue>;

function issue(item: Item, { spec }: SpecReport) {
  return {
    description: reveal(item.message),
    check_name: idOf(item),
    fingerprint: item.fingerprint,
    severity: severities[item.level] as string,
    location: { path: item.location?.file ?? spec, lines: { begin: item.location?.line ?? 1 } },
  };
}

/** What could not be judged is the worst there is. `file` stands for what has no place of its own. */
function problem(error: SpecError | null, file: string): Issue[] {
  if (error === null) return [];
  const { location, code, message } = error;
  return [
    {
      description: reveal(`${message}. ${error.hint}`),
      check_name: code,
      fingerprint: `${file}:${code}`,
      severity: "blocker",
      location: {
        path: location?.file ?? file,
        lines: { begin: location !== null && "line" in location ? location.line : 1 },
      },
    },
  ];
}
