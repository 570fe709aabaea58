import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { render } from "../../src/docs/html.js";
import { reveal } from "../../src/report/escape/reveal.js";
import fc, { runs } from "../support/fast-check.js";
import { catalog, code, contract, pageOf, shop } from "./example.js";
import { hostile } from "./hostile.js";

type Element = DefaultTreeAdapterTypes.Element;

function elements(page: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(page));
  return found;
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((each) => each.name === name)?.value ?? null;

function text(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(text).join("") : "";
}

const names = (page: string) => elements(page).filter((each) => attribute(each, "class") === "name");

test("the page asks for nothing: no address but fragments and one empty icon", () => {
  const all = elements(render(shop()));
  const addresses = all.flatMap((each) =>
    ["href", "src", "srcset", "action", "data", "poster"].flatMap((name) => attribute(each, name) ?? []),
  );
  expect(addresses.filter((address) => !address.startsWith("#"))).toEqual(["data:,"]);
  expect(render(shop())).not.toMatch(/@import|url\((?!#)/);
});

test("its policy allows its own style sheet and scripts by their hashes, and nothing else", () => {
  const all = elements(render(shop()));
  const policy = all.flatMap((each) =>
    attribute(each, "http-equiv") ? [attribute(each, "content")] : [],
  )[0];
  const own = all.filter(({ tagName }) => ["script", "style"].includes(tagName));
  expect(own).toHaveLength(3);
  for (const each of own) {
    expect(policy).toContain(`'sha256-${createHash("sha256").update(text(each)).digest("base64")}'`);
  }
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/unsafe/);
});

test("no two elements share an id, and every reference within the page has its target", () => {
  const all = elements(render(shop()));
  const ids = all.flatMap((each) => attribute(each, "id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const each of all) {
    const references = [
      ...(attribute(each, "href")?.startsWith("#")
        ? [decodeURIComponent(attribute(each, "href")?.slice(1) ?? "")]
        : []),
      ...["aria-labelledby", "aria-describedby"].flatMap((name) => attribute(each, name)?.split(" ") ?? []),
    ];
    for (const reference of references) expect(ids).toContain(reference);
  }
});

test("hostile codes, descriptions, groups, messages and versions stay text, and add no element or attribute", () => {
  const shape = (page: string) =>
    elements(page).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "));
  const build = (name: string, rest: string) =>
    render(
      pageOf({
        ...contract([
          catalog([code(name, { description: rest, group: rest, messages: [`${rest}!`], statuses: [rest] })]),
        ]),
        version: rest,
      }),
    );
  const harmless = shape(build("a", "b"));
  fc.assert(
    fc.property(hostile, hostile, (name, rest) => {
      fc.pre(!rest.includes("`") && rest.trim() !== "");
      const page = build(name, rest);
      expect(shape(page)).toEqual(harmless);
      expect(names(page).map((each) => text(each))).toEqual([reveal(name)]);
    }),
    { numRuns: runs(300) },
  );
});

test("an API without codes has a page that says so", () => {
  const page = render(pageOf({ ...contract([]), errors: null }));
  expect(page).toContain("declares no machine-readable error codes");
  expect(elements(page).filter(({ tagName }) => tagName === "form")).toEqual([]);
});
