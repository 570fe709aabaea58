import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Report } from "../../src/contract/report.js";
import { render as github } from "../../src/report/github.js";
import { render as codeQuality } from "../../src/report/gitlab.js";
import { render as html } from "../../src/report/html.js";
import { render as json } from "../../src/report/json.js";
import { render as junit } from "../../src/report/junit.js";
import { render as markdown } from "../../src/report/markdown.js";
import { whole } from "../../src/report/pieces.js";
import { render as sarif } from "../../src/report/sarif.js";
import { render as text } from "../../src/report/text.js";
import fc, { runs } from "../support/fast-check.js";
import { at, change, example, finding, hostile, main, options } from "./example.js";

const pieces = [
  ..."\u001b\u0007\u0008\u009b\r\n\t\0\u2028\u202e\u2066\u200b\u200d\ufeff\u00ad\ud800\udc00\ufffe|`*_[]()<>&~#!\"'\\$@:;,%{}=+-^ \u00a0\u3164",
  "::error::forged",
  "\n::error file=a::forged",
  "##[error]forged",
  "##vso[task.complete]",
  "%0A::notice::forged",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</code></pre></td></table>",
  "]]>",
  "-->",
  "&lt;b&gt;",
  "[x](javascript:alert(1))",
  "![x](http://evil.test/x.png)",
  "<http://evil.test>",
  "https://evil.test/",
  "www.evil.test",
  "a@evil.test",
  "@octocat",
  "owner/repo#1",
  "GH-1",
  ":tada:",
  "| --- |",
  "```",
  "~~~",
  "~~gone~~",
  "# heading",
  "- item",
  "1. item",
  "\u001b]8;;http://evil.test\u0007link\u001b]8;;\u0007",
  "not_found",
  "漢字",
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 4 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

/** The same hostile string everywhere that a spec, a config or a git ref has a say. */
function reportWith(x: string): Report {
  const here = at(2, 3, Math.max(1, x.length), `#/${x}`, x);
  const snippet = { firstLine: 1, lines: [x.replace(/[\r\n]/g, " "), `- ${x.replace(/[\r\n]/g, " ")}`] };
  const accepted = { reason: x, owner: x, until: x, correction: true, new: true };
  const shared = {
    message: `\`${x}\` ${x}`,
    fingerprint: x,
    location: here,
    snippet,
    remedy: [`accept '${x}'`],
  };
  return {
    ...example,
    against: { ref: x, commit: x },
    specs: [
      {
        ...main,
        spec: x,
        baseline: { path: x, version: x },
        catalogs: main.catalogs.map((catalog) => ({ ...catalog, name: x, normative: false })),
        notes: [x],
        changes: [
          change({ ...shared, kind: "code-removed", catalog: x, code: x, operations: [x], statuses: [x] }),
          change({
            ...shared,
            kind: "code-renamed",
            catalog: x,
            code: x,
            to: [x, x],
            how: "split",
            evidence: [x],
          }),
          change({
            ...shared,
            kind: "code-renamed",
            code: x,
            to: [x],
            how: "token",
            pattern: { from: x, to: x },
          }),
          change({
            ...shared,
            kind: "code-renamed",
            code: x,
            to: [x],
            how: "token",
            pattern: { from: x, to: x },
          }),
          change({ ...shared, kind: "catalog-removed", codes: [x], level: "warn" }),
          change({ ...shared, kind: "code-added", code: x, accepted }),
        ],
        findings: [1, 2, 3, 4].map(() => finding({ ...shared, rule: x, at: x, cause: x })),
      },
      {
        ...main,
        spec: x,
        changes: [],
        findings: [],
        error: { code: x, message: x, hint: x, location: { file: x } },
      },
    ],
  };
}

const hidden = /(?:[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\p{NChar}\u200b\ufeff\u00ad\u3164]|\u200d)(?<!\n)/u;
const ciCommand = /^\s*::[a-z-]+|##\[|##vso\[/im;

function everyString(check: (x: string) => void): void {
  fc.assert(fc.property(words, check), {
    numRuns: runs(200),
    examples: [[hostile], [""], ...pieces.map((p): [string] => [p])],
  });
}

describe("whatever a spec holds", () => {
  test("a terminal and a CI log get no control, no hidden character and no command", () => {
    everyString((x) => {
      for (const unicode of [true, false]) {
        const out = text(reportWith(x), { ...options, unicode, verbose: !unicode });
        expect(out).not.toMatch(hidden);
        expect(out).not.toMatch(ciCommand);
      }
    });
  });

  test("colour is the only escape sequence, and it is closed", () => {
    everyString((x) => {
      const out = text(reportWith(x), { ...options, color: 1 });
      expect(out.replace(/\u001b\[\d+m/g, "")).not.toMatch(hidden);
    });
  });

  test("JSON, SARIF and GitLab's report are printed inert and read back as what they were", () => {
    everyString((x) => {
      const report = reportWith(x);
      for (const out of [json(report), sarif(report, options), codeQuality(report)].map(whole)) {
        expect(out).not.toMatch(hidden);
        expect(out).not.toMatch(ciCommand);
        JSON.parse(out);
      }
      const back: Report = JSON.parse(whole(json(report)));
      expect(back.specs[0]?.changes[0]?.code).toBe(x);
    });
  });

  test("JUnit is well-formed and no element comes from the spec", () => {
    const elements = new Set([
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
      "error",
      "skipped",
      "system-out",
    ]);
    everyString((x) => {
      const out = whole(junit(reportWith(x), options));
      const parser = new SaxesParser();
      parser.on("error", (error) => {
        throw error;
      });
      parser.on("opentag", ({ name }) => expect(elements).toContain(name));
      parser.write(out).close();
      expect(out).not.toMatch(hidden);
    });
  });

  test("GitHub gets the annotations that were meant, and no other command", () => {
    const expected = github(reportWith("x"))
      .split("\n")
      .filter((line) => line.startsWith("::")).length;
    everyString((x) => {
      const lines = github(reportWith(x)).split("\n");
      const commands = lines.filter((line) => line.trimStart().startsWith("::"));
      expect(commands.length).toBeLessThanOrEqual(expected);
      for (const line of commands) {
        const { name, properties } = runnerReads(line);
        expect(["error", "warning", "notice"]).toContain(name);
        for (const key of Object.keys(properties)) {
          expect(["file", "line", "col", "endColumn", "title"]).toContain(key);
        }
      }
      for (const line of lines.filter((line) => !commands.includes(line)))
        expect(line).not.toMatch(ciCommand);
    });
  });

  test("Markdown keeps its structure: no markup, link, image, mention or reference comes from the spec", () => {
    const parser = new MarkdownIt({ html: true, linkify: true });
    const shape = (source: string) => {
      const tokens = parser.parse(source, {});
      return tokens.map(({ type, tag }) => `${type}${tag}`).filter((type) => !type.startsWith("inline"));
    };
    everyString((x) => {
      const source = markdown(reportWith(x), options);
      expect(shape(source)).toEqual(shape(markdown(reportWith(marked(x)), options)));
      const page = parse(parser.render(source));
      for (const element of elementsOf(page)) {
        expect(allowedInMarkdown).toContain(element.tagName);
        expect(element.attrs.filter(({ name }) => !["class", "style"].includes(name))).toEqual([]);
      }
      expect(proseOf(page)).not.toMatch(/@\w|#\d|:\/\/|(?<![a-z\d])(?:GH-\d|www\.)|:tada:/i);
    });
  });

  test("HTML keeps its elements and attributes, and shows the text", () => {
    const shape = (page: string) =>
      elementsOf(parse(page)).map(({ tagName, attrs }) => [tagName, attrs.map((a) => a.name)]);
    everyString((x) => {
      const page = html(reportWith(x), options);
      expect(page).not.toMatch(hidden);
      expect(page).not.toMatch(ciCommand);
      for (const [tag, attributes] of shape(page)) {
        expect(allowedInHtml).toContain(tag);
        expect(attributes).not.toContain("onerror");
        expect(attributes).not.toContain("href");
        expect(attributes).not.toContain("src");
      }
    });
  });
});

/** A plain text that takes the same way through the formats: blank where the other is, otherwise a word. */
function marked(x: string): string {
  return x.trim() === "" ? x : "x";
}

const allowedInMarkdown =
  "html head body h2 h3 p strong code table thead tbody tr th td br sub details summary pre blockquote".split(
    " ",
  );
const allowedInHtml =
  "html head meta title style body header h1 h2 h3 p time fieldset legend label input main section article span code bdi pre mark del ins ul li details summary table thead tbody tr th td strong figure figcaption svg rect line footer".split(
    " ",
  );

type HtmlElement = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.Node): HtmlElement[] {
  const own = "tagName" in node ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

/** Text outside code, where GitHub looks for mentions, references and links. */
function proseOf(node: DefaultTreeAdapterTypes.Node): string {
  if ("tagName" in node && ["code", "pre"].includes(node.tagName)) return " ";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(proseOf).join("") : "";
}

/** A workflow command as the runner reads it (actions/runner, ActionCommand.cs). */
function runnerReads(line: string): { name: string; properties: Record<string, string> } {
  const end = line.indexOf("::", 2);
  const head = line.slice(2, end);
  const space = head.indexOf(" ");
  const properties = head
    .slice(space + 1)
    .split(",")
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
  return { name: head.slice(0, space), properties: Object.fromEntries(properties) };
}

describe("quoting", () => {
  test("a YAML scalar is read back as the string it was", async () => {
    const { yamlScalar } = await import("../../src/report/escape/yaml.js");
    fc.assert(
      fc.property(
        fc.oneof(
          words.filter((x) => !/\p{Cs}/u.test(x)),
          fc.constantFrom("no", "1e3", "2026-01-01", "~", "null", "0x1"),
        ),
        (x) => {
          expect(parseYaml(`key: ${yamlScalar(x)}\n`)).toEqual({ key: x });
          expect(parseYaml(`key: ${yamlScalar(x)}\n`, { version: "1.1" })).toEqual({ key: x });
        },
      ),
    );
  });
});
