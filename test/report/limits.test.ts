import { describe, expect, test } from "vitest";
import { render as github, renderSummary } from "../../src/report/github.js";
import { render as markdown } from "../../src/report/markdown.js";
import { change, finding, main, options, reportOf } from "./example.js";

const levels = ["error", "warn", "info"] as const;

/** So many entries of each level, none alike. */
function crowd(each: number, message = "m") {
  const findings = levels.toReversed().flatMap((level) =>
    Array.from({ length: each }, (_, index) =>
      finding({
        rule: `rule-${level}-${index}`,
        level,
        at: `${level} ${index}`,
        message: `${message} ${level} ${index}`,
      }),
    ),
  );
  return reportOf({ ...main, changes: [], findings }, "fail", { errors: each, warnings: each, infos: each });
}

describe("within the limits of GitHub", () => {
  test("a step has ten errors, warnings and notices at most, worst first, and says how many more there are", () => {
    const lines = github(crowd(25)).trimEnd().split("\n");
    const names = lines.filter((line) => line.startsWith("::")).map((line) => /^::(\w+)/.exec(line)?.[1]);
    expect(names).toEqual([
      ...Array(10).fill("error"),
      ...Array(10).fill("warning"),
      ...Array(10).fill("notice"),
    ]);
    expect(lines.at(-1)).toBe("errlock: 45 more annotations than GitHub shows; the job summary has all");
    expect(renderSummary(crowd(25), options)).toContain("rule-info-24");
  });

  test("many findings alike take one annotation", () => {
    const findings = Array.from({ length: 600 }, (_, index) =>
      finding({
        rule: "error-response-required",
        at: `GET /${index} 404`,
        message: "m",
        cause: "no content",
      }),
    );
    const lines = github(reportOf({ ...main, changes: [], findings }, "fail", { errors: 600 })).split("\n");
    expect(lines.filter((line) => line.startsWith("::"))).toHaveLength(1);
    expect(lines[0]).toContain("no content (600 places)");
    expect(lines[0]).toContain("and 590 more");
  });

  test("a comment stays below 65,536 characters and says aloud that it was cut", () => {
    const comment = markdown(crowd(2000, "a message of some length, as messages are".repeat(3)), options);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain("**Cut:** this page is too long for GitHub");
    expect(comment).toContain("more entries");
  });

  test("a comment that fits is not cut", () => {
    expect(markdown(crowd(5), options)).not.toContain("**Cut:**");
  });

  test("a single huge entry cannot make the comment too long", () => {
    const huge = "x".repeat(1_000_000);
    const report = reportOf(
      { ...main, changes: [change({ kind: "code-removed", code: huge, message: huge })] },
      "fail",
    );
    expect(markdown(report, options).length).toBeLessThanOrEqual(65_536);
  });
});
