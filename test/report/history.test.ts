import { expect, test } from "vitest";
import type { History, LifeEvent } from "../../src/contract/history.js";
import { render as renderJson } from "../../src/report/history-json.js";
import { render as renderMarkdown } from "../../src/report/history-markdown.js";
import { render as renderText } from "../../src/report/history-text.js";
import { defaultOptions } from "../../src/report/options.js";

const event = (kind: LifeEvent["kind"], day: number, names: Partial<LifeEvent> = {}): LifeEvent => ({
  kind,
  commit: `${day}`.repeat(40),
  date: `2026-01-0${day}`,
  version: `${day}.0.0`,
  to: [],
  from: [],
  ...names,
});

const history: History = {
  spec: "specs/openapi.yaml",
  versions: 4,
  first: "2026-01-01",
  last: "2026-01-05",
  codes: [
    { code: "gone", alive: false, events: [event("born", 1), event("removed", 3, { version: null })] },
    { code: "machine_not_found", alive: true, events: [event("born", 2, { from: ["sandbox_not_found"] })] },
    {
      code: "sandbox_not_found",
      alive: false,
      events: [event("born", 1), event("renamed", 2, { to: ["machine_not_found"] })],
    },
  ],
  skipped: [{ commit: "4".repeat(40), date: "2026-01-04", reason: "specs/openapi.yaml:3:1: unexpected end" }],
  notes: ["this is a shallow clone: the history before it is not known"],
};

/** As a reader sees it: without what keeps text from being read as markup. */
function rendered(markdown: string): string {
  return markdown.replaceAll("&#8203;", "").replace(/\\(?=[.:#])/g, "");
}

test("text has a line per event, what was left out, and a summary", () => {
  expect(renderText(history, defaultOptions)).toBe(`\
gone               2026-01-01  1.0.0  1111111111  born
                   2026-01-03         3333333333  removed
machine_not_found  2026-01-02  2.0.0  2222222222  born from sandbox_not_found
sandbox_not_found  2026-01-01  1.0.0  1111111111  born
                   2026-01-02  2.0.0  2222222222  renamed to machine_not_found

  this is a shallow clone: the history before it is not known
  2026-01-04 4444444444 skipped: specs/openapi.yaml:3:1: unexpected end
specs/openapi.yaml: 1 code, 2 more that are gone, in 4 versions from 2026-01-01 to 2026-01-05
`);
});

test("Markdown has a table for codes that are there and one for those that are gone", () => {
  expect(rendered(renderMarkdown(history))).toBe(`\
# Error codes of \`specs/openapi.yaml\`

1 code, 2 more that are gone, in 4 versions from 2026-01-01 to 2026-01-05.

## Codes

| Code | Date | Version | Commit | Event |
| --- | --- | --- | --- | --- |
| \`machine_not_found\` | 2026-01-02 | \`2.0.0\` | \`2222222222\` | born from \`sandbox_not_found\` |

## Gone

| Code | Date | Version | Commit | Event |
| --- | --- | --- | --- | --- |
| \`gone\` | 2026-01-01 | \`1.0.0\` | \`1111111111\` | born |
|  | 2026-01-03 |  | \`3333333333\` | removed |
| \`sandbox_not_found\` | 2026-01-01 | \`1.0.0\` | \`1111111111\` | born |
|  | 2026-01-02 | \`2.0.0\` | \`2222222222\` | renamed to \`machine_not_found\` |

## Notes

- this is a shallow clone: the history before it is not known
- 2026-01-04 4444444444 skipped: specs/openapi.yaml:3:1: unexpected end
`);
});

test("JSON has the fields that scripts depend on", () => {
  const { codes, skipped } = JSON.parse(renderJson(history));
  expect(codes[2]).toEqual({
    code: "sandbox_not_found",
    alive: false,
    events: [
      { kind: "born", commit: "1".repeat(40), date: "2026-01-01", version: "1.0.0", to: [], from: [] },
      {
        kind: "renamed",
        commit: "2".repeat(40),
        date: "2026-01-02",
        version: "2.0.0",
        to: ["machine_not_found"],
        from: [],
      },
    ],
  });
  expect(skipped).toEqual(history.skipped);
});

test("a code cannot act on a terminal or a page", () => {
  const hostile = {
    ...history,
    codes: [{ code: "a\u001b[31m|`<b>\n", alive: true, events: [event("born", 1)] }],
  };
  expect(renderText(hostile, defaultOptions)).not.toMatch(/\u001b/);
  expect(renderText(hostile, defaultOptions).split("\n")[0]).toContain("born");
  expect(renderMarkdown(hostile)).not.toMatch(/\u001b|<b>/);
});

test("a history without codes says that much", () => {
  const empty: History = { ...history, codes: [], skipped: [], notes: [], versions: 1, last: "2026-01-01" };
  expect(renderText(empty, defaultOptions)).toBe("specs/openapi.yaml: 0 codes, in 1 version of 2026-01-01\n");
});
