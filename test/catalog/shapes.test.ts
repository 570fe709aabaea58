import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import type { Extraction } from "../../src/catalog/extraction.js";
import { shapes } from "../../src/catalog/shapes/table.js";
import { loadFiles } from "./load.js";

const folder = join(import.meta.dirname, "fixtures");

/** What a fixture says of itself in its second line; what it does not mention is not checked. */
interface Expectation {
  readonly catalogs: Readonly<Record<string, readonly string[]>>;
  readonly shape?: string;
  readonly open?: string;
  readonly normative?: boolean;
  readonly linked?: string;
  readonly statuses?: Readonly<Record<string, readonly string[]>>;
  readonly descriptions?: Readonly<Record<string, string | null>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly deprecated?: readonly string[];
  readonly warnings?: readonly string[];
  readonly unused?: readonly string[];
  /** By path, a part of the reason why it is no catalog. */
  readonly against?: Readonly<Record<string, string>>;
}

const fixtures = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const [what = "", expected = ""] = text.split("\n");
  return {
    file,
    what: what.slice(2),
    text,
    expected: JSON.parse(expected.replace("# expect: ", "")) as Expectation,
  };
});

test.each(fixtures)("$file: $what", async ({ file, text, expected }) => {
  const extraction = extract(await loadFiles({ [file]: text }), { place: null, setting: null });
  expect(said(extraction, expected)).toEqual({ warnings: [], unused: [], ...expected });
});

function said({ contract, warnings, unused, explanation }: Extraction, expected: Expectation): Expectation {
  const [main] = contract.catalogs;
  const codes = new Map(main?.codes.map((code) => [code.code, code]));
  const only = <T>(wanted: Readonly<Record<string, T>> | undefined, read: (key: string) => T | undefined) =>
    wanted && Object.fromEntries(Object.keys(wanted).map((key) => [key, read(key)]));
  return JSON.parse(
    JSON.stringify({
      catalogs: Object.fromEntries(
        contract.catalogs.map(({ name, codes: all }) => [name, all.map(({ code }) => code)]),
      ),
      shape: expected.shape && main?.shape,
      open: expected.open && main?.open,
      normative: expected.normative === undefined ? undefined : main?.normative,
      linked: expected.linked && main?.linked,
      statuses: only(expected.statuses, (code) => codes.get(code)?.statuses),
      descriptions: only(expected.descriptions, (code) => codes.get(code)?.description),
      names: only(expected.names, (code) => codes.get(code)?.name ?? undefined),
      deprecated:
        expected.deprecated && [...codes.values()].filter((code) => code.deprecated).map(({ code }) => code),
      warnings: warnings.map(({ rule }) => rule).sort(),
      unused: unused.flatMap((one) => one.codes),
      against: only(expected.against, (path) => {
        const reason = explanation.candidates.find((candidate) => candidate.path === path)?.against ?? "";
        return reason.includes(expected.against?.[path] ?? "") ? expected.against?.[path] : reason;
      }),
    }),
  );
}

const page = readFileSync(join(import.meta.dirname, "../../docs/shapes.md"), "utf8");

test.each(Object.entries(shapes))(
  "docs/shapes.md shows %s as its fixture has it",
  (shape, { what, fixture }) => {
    const section = page.split(/^## /m).find((one) => one.startsWith(`${shape}\n`)) ?? "";
    expect(section.split("\n\n")[1]).toBe(what);
    const example = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "none";
    const text = fixtures.find(({ file }) => file === `${fixture}.yaml`)?.text ?? "";
    const indent = (lines: string): string[] => lines.split("\n").map((line) => line.trim());
    expect(indent(text).join("\n")).toContain(indent(example.trimEnd()).join("\n"));
  },
);
