import { describe, expect, test } from "vitest";
import type { JudgedFinding, SpecReport } from "../../src/contract/report.js";
import { columns } from "../../src/report/text/width.js";
import { render } from "../../src/report/text.js";
import { at, change, example, finding, main, options, passing, reportOf } from "./example.js";

const wideLines = (text: string, width = 80) => text.split("\n").filter((line) => columns(line) > width);

function of(part: Partial<SpecReport>, more: Partial<typeof options> = {}): string {
  return render(reportOf({ ...passing, ...part }, "fail", { errors: 1 }), { ...options, ...more });
}

function many(count: number, part: Partial<JudgedFinding> = {}): JudgedFinding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({
      rule: "error-response-required",
      at: `GET /v1/x/${index} 404`,
      message: `GET /v1/x/${index} 404 has no content.`,
      cause: "no content",
      remedy: [`errlock accept --at "GET /v1/x/${index} 404"`],
      location: at(index + 1, 1, 3, "#/x"),
      ...part,
    }),
  );
}

describe("text", () => {
  test("fits the terminal but for commands, which are never broken", () => {
    for (const width of [60, 80, 120]) {
      const wide = wideLines(render(example, { ...options, width }), width);
      expect(wide.filter((line) => !line.startsWith("    errlock accept "))).toEqual([]);
    }
  });

  test("never breaks a word, however narrow the terminal", () => {
    const word = "an_identifier_that_is_longer_than_the_narrowest_terminal_anyone_has_seen";
    const text = of(
      { findings: [finding({ rule: "r", at: word, message: `see ${word} there` })] },
      { width: 40 },
    );
    expect(text).toContain(`\n  ${word}\n`);
  });

  test("has the errors of every kind before the warnings", () => {
    const labels = [...render(example, options).matchAll(/^(error|warn|info)\[/gm)].map(([, level]) => level);
    const [first = [], ...rest] = [labels.slice(0, 7), labels.slice(7)];
    expect(first).toEqual(["error", "error", "error", "warn", "warn", "info", "info"]);
    expect(rest).toEqual([["error"]]);
  });

  test("folds 600 findings of one cause into one entry with its count, and unfolds them with verbose", () => {
    const folded = of({ findings: many(600) });
    expect(folded).toContain("error[error-response-required]: no content (600 places)");
    expect(folded).toContain("and 595 more; --verbose lists them");
    expect(folded.split("\n").length).toBeLessThan(40);
    expect(of({ findings: many(600) }, { verbose: true }).match(/^error\[/gm)).toHaveLength(600);
  });

  test("shows three alike one by one", () => {
    expect(of({ findings: many(3) }).match(/^error\[/gm)).toHaveLength(3);
  });

  test("folds what no cause unites too, and then says what each is", () => {
    const text = of({ findings: many(50, { cause: null }) });
    expect(text).toContain("50 findings of this rule");
    expect(text).toContain("GET /v1/x/4 404 has no content.");
  });

  test("folds many codes that left one list into one entry that names them and keeps every command in verbose", () => {
    const changes = Array.from({ length: 9 }, (_, index) =>
      change({
        kind: "code-removed",
        code: `code_${index}`,
        message: `\`code_${index}\` was removed from \`code\`.`,
        remedy: [`errlock accept code_${index} --reason "…"`],
        location: at(792, 7, 4, "#/enum"),
      }),
    );
    const text = of({ changes });
    expect(text.match(/^error\[code-removed\]/gm)).toHaveLength(1);
    for (const { code } of changes) expect(text).toContain(`\`${code}\``);
  });

  test("prints the command that accepts a change on a line of its own", () => {
    expect(render(example, options)).toMatch(/^ {4}errlock accept account_deleted --reason 'WHY'$/m);
  });

  test("puts the caret under the very columns, also after tabs, wide characters and in a line of megabytes", () => {
    const frameOf = (line: string, column: number, width: number) => {
      const location = at(7, column, width, "#/x");
      const snippet = { firstLine: 7, lines: [line] };
      const text = of({ findings: [finding({ rule: "r", at: "x", message: "m", location, snippet })] });
      const [shown = "", carets = ""] = text.split("\n").slice(4, 6);
      const start = columns(carets.slice(0, carets.indexOf("^")));
      return {
        shown,
        start,
        under: [...shown].filter((_, i, all) => columns(all.slice(0, i).join("")) >= start).join(""),
      };
    };
    expect(frameOf("\t\t- not_found", 5, 9).under).toBe("not_found");
    expect(frameOf('  "漢字": not_found', 9, 9).under).toBe("not_found");
    const minified = `{"a":"${"x".repeat(2_000_000)}","code":"not_found"${',"b":1'.repeat(100_000)}}`;
    const { under, shown } = frameOf(minified, minified.indexOf('"not_found"') + 1, 11);
    expect(under.startsWith('"not_found"')).toBe(true);
    expect(columns(shown)).toBeLessThanOrEqual(80);
  });

  test("has no colour unless asked, and then says the same", () => {
    const plain = render(example, options);
    expect(plain).not.toContain("\u001b");
    expect(render(example, { ...options, color: 3 }).replace(/\u001b\[[\d;]*m/g, "")).toBe(plain);
  });

  test("names the version that is due, whatever its state", () => {
    const version = {
      ...main.version,
      scheme: "semver",
      baseline: "1.0.0",
      required: "2.0.0",
      requiredBump: "major",
    } as const;
    const said = (declared: string, state: "pending" | "covered" | "too-small" | "lowered") =>
      of({ version: { ...version, declared, state } });
    expect(said("1.0.0", "pending")).toContain("the next version must be 2.0.0 (declared 1.0.0)");
    expect(said("2.0.0", "covered")).toContain("version 2.0.0 covers the major bump from 1.0.0");
    expect(said("1.1.0", "too-small")).toContain(
      "the version must be 2.0.0 (declared 1.1.0, which is too small)",
    );
    expect(said("0.9.0", "lowered")).toContain(
      "the version must be 2.0.0 (declared 0.9.0, lower than 1.0.0)",
    );
  });

  test("ends with one line that holds every number, on success too", () => {
    const numbers = { errors: 1, warnings: 2, infos: 3, accepted: 4, known: 5, hidden: 6, base: 7 };
    const last = render(reportOf(passing, "fail", numbers), options)
      .trimEnd()
      .split("\n\n")
      .at(-1);
    expect(last?.replace(/\n +/g, " ")).toBe(
      "✖ 65 codes, 84 operations, baseline 1.0.0: contract broken: 1 error, 2 warnings, 3 infos, 4 accepted, 5 known, 7 there before this branch, 6 hidden by level",
    );
    expect(render(reportOf(passing, "pass"), { ...options, quiet: true })).toBe(
      "✔ 65 codes, 84 operations, baseline 1.0.0: contract holds\n",
    );
  });

  test("takes a hundred thousand findings in its stride", () => {
    const findings = many(100_000);
    const start = performance.now();
    of({ findings });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
