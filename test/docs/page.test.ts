import { expect, test } from "vitest";
import { buildPage } from "../../src/docs/build.js";
import type { Page, PageCode } from "../../src/docs/page.js";
import { errlock } from "../support/cli.js";
import { baseline, catalog, code, contract, operation, pageOf, shop } from "./example.js";

function find(page: Page, name: string): PageCode | undefined {
  const codes = page.catalogs.flatMap(({ groups, retired }) => [
    ...groups.flatMap((group) => group.codes),
    ...retired,
  ]);
  return codes.find((each) => each.code === name);
}

test("groups and codes come in the order of the spec, whatever the order of the baseline", () => {
  const [main] = shop().catalogs;
  expect(main?.groups.map(({ name, codes }) => [name, codes.map((each) => each.code)])).toEqual([
    ["Orders", ["order_not_found", "order_already_paid", "order_cancelled", "order_gone"]],
    ["Payments", ["card_declined", "card_expired", "payment_pending"]],
  ]);
});

test("a maintained description wins over the derived one", () => {
  expect(find(shop(), "card_declined")).toMatchObject({ description: "The bank said no.", derived: false });
  expect(find(shop(), "card_expired")).toMatchObject({ description: "Card expired.", derived: true });
});

test("the baseline tells since when a code exists, that it is new, and what became of those that left", () => {
  expect(find(shop(), "card_expired")).toMatchObject({ since: "1.2.0", lifecycle: "active" });
  expect(find(shop(), "payment_pending")).toMatchObject({ since: null, lifecycle: "unreleased" });
  expect(find(shop(), "order_gone")).toMatchObject({
    lifecycle: "deprecated",
    deprecated: { since: "2.0.0", sunset: "2027-06-30" },
    replacedBy: [{ code: "order_cancelled", anchor: "order-cancelled" }],
  });
  expect(find(shop(), "no_such_order")).toMatchObject({
    lifecycle: "retired",
    retired: { version: "2.0.0", reason: "one way to say it" },
    replacedBy: [{ code: "order_not_found", anchor: "order-not-found" }],
  });
});

test("without a baseline nothing is called new, and the spec's own `since` is shown", () => {
  const page = pageOf(contract([catalog([code("a", { since: "0.3.0" }), code("b")])]));
  expect(find(page, "a")).toMatchObject({ since: "0.3.0", lifecycle: "active" });
  expect(page.catalogs[0]?.lives).toEqual([
    { code: "a", anchor: "a", steps: [{ kind: "born", version: "0.3.0", date: null, to: [] }] },
  ]);
});

test("a code that came back keeps its past in its life", () => {
  const past = [{ since: "1.0.0", retired: "1.1.0", reason: "gone" }];
  const held = baseline({ codes: { a: { since: "1.0.0", reintroduced: "2.0.0", past } } });
  const page = pageOf(contract([catalog([code("a")])]), held);
  expect(page.catalogs[0]?.lives[0]?.steps.map(({ kind, version }) => [kind, version])).toEqual([
    ["born", "1.0.0"],
    ["retired", "1.1.0"],
    ["returned", "2.0.0"],
  ]);
});

test("schemas that let some codes pass tell exactly where a code comes from", () => {
  expect(find(shop(), "order_already_paid")).toMatchObject({
    basis: "narrowed",
    operations: [
      { operation: "POST /orders/{id}/payments", statuses: ["409"] },
      { operation: "DELETE /orders/{id}", statuses: ["409"] },
    ],
  });
});

test("a code that names a status comes from the operations that declare it", () => {
  const codes = [
    code("a", { statuses: ["404"] }),
    code("b", { statuses: ["404"] }),
    code("c", { statuses: ["409"] }),
  ];
  const operations = [
    operation("GET /x", { "404": ["a", "b"] }),
    operation("PUT /x", { "409": ["c"], default: ["a", "b", "c"] }),
  ];
  const page = pageOf(contract([catalog(codes)], operations));
  expect(find(page, "a")).toMatchObject({
    basis: "status",
    operations: [{ operation: "GET /x", statuses: ["404"] }],
  });
});

test("where nothing narrows the list, a code can come from any operation, and no list of them is repeated", () => {
  const all = ["a", "b"];
  const operations = [operation("GET /x", { "404": all, "409": all }), operation("PUT /x", { "404": all })];
  const page = pageOf(contract([catalog(all.map((name) => code(name)))], operations));
  expect(find(page, "a")).toMatchObject({ basis: "any", operations: [] });
  expect(page.catalogs[0]?.operations[0]?.responses[0]).toEqual({
    status: "404",
    any: true,
    codes: [],
    shown: [],
  });
});

test("codes named like members of every object are codes like others", () => {
  const names = ["__proto__", "constructor", "toString"];
  const page = pageOf(
    contract([catalog(names.map((name) => code(name)))]),
    baseline({ codes: { a: { since: "1.0.0" } } }),
  );
  for (const name of names) expect(find(page, name)).toMatchObject({ lifecycle: "unreleased", since: null });
});

test("with a history, lives are told by its commits, also of codes that no baseline knows", () => {
  const at = { commit: "c".repeat(40), version: "0.9.0", to: [], from: [] };
  const page = buildPage({
    spec: "openapi.yaml",
    api: null,
    contract: contract([catalog([code("new_name")])]),
    baseline: null,
    history: {
      ...{
        spec: "openapi.yaml",
        versions: 2,
        first: "2026-01-01",
        last: "2026-02-01",
        skipped: [],
        notes: [],
      },
      codes: [
        {
          code: "new_name",
          alive: true,
          events: [{ ...at, kind: "born", date: "2026-02-01", from: ["old_name"] }],
        },
        {
          code: "old_name",
          alive: false,
          events: [
            { ...at, kind: "born", date: "2026-01-01" },
            { ...at, kind: "renamed", date: "2026-02-01", to: ["new_name"] },
          ],
        },
      ],
    },
  });
  expect(
    page.catalogs[0]?.lives.map(({ code, anchor, steps }) => [code, anchor, steps.map(({ kind }) => kind)]),
  ).toEqual([
    ["new_name", "new-name", ["born"]],
    ["old_name", null, ["born", "renamed"]],
  ]);
});

test("the page of our own spec tells what volume_stale_revision means, when it comes and from where", async () => {
  const { stdout } = await errlock(["docs", "-f", "json", "specs/openapi.yaml"], { cwd: process.cwd() });
  const page: Page = JSON.parse(stdout);
  const entry = find(page, "volume_stale_revision");
  expect(entry).toMatchObject({
    anchor: "volume-stale-revision",
    description: "Volume stale revision.",
    statuses: ["412"],
  });
  expect(entry?.messages.length).toBeGreaterThan(0);
  expect(entry?.operations.map(({ operation }) => operation)).toContain("PATCH /v1/volumes/{volume_id}");
});
