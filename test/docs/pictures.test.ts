import { expect, test } from "vitest";
import { matrix } from "../../src/docs/picture/matrix.js";
import { mostLanes, timeline } from "../../src/docs/picture/timeline.js";
import { byVersion } from "../../src/docs/versions.js";
import { baseline, catalog, code, contract, operation, pageOf, shop } from "./example.js";

const main = (page = shop()) => page.catalogs[0] ?? expect.fail("no catalog");
const described = (svg = "") => /<desc[^>]*>(.*?)<\/desc>/.exec(svg)?.[1];

test("the timeline says in words what it draws", () => {
  const drawn = timeline("t", main());
  expect(described(drawn?.svg)).toBe(
    "Orders: 2 codes: born 1.0.0. order_cancelled: born 1.1.0. order_gone: born 1.0.0, deprecated 2.0.0. card_declined: born 1.0.0. card_expired: born 1.2.0. payment_pending: not released yet. card_stolen: born 1.0.0, retired 1.2.0. no_such_order: born 1.0.0, renamed 2.0.0 to order_not_found.",
  );
  expect([...(drawn?.kinds ?? [])].sort()).toEqual(["born", "coming", "deprecated", "renamed", "retired"]);
});

test("an API that nothing was released of has no timeline", () => {
  expect(timeline("t", main(pageOf(contract([catalog([code("a")])]))))).toBeNull();
});

test("codes of one group with one birth share a lane, however many they are", () => {
  const names = Array.from({ length: 500 }, (_, at) => `code_${at}`);
  const held = baseline({ codes: Object.fromEntries(names.map((name) => [name, { since: "1.0.0" }])) });
  const drawn = timeline("t", main(pageOf(contract([catalog(names.map((name) => code(name)))]), held)));
  expect(described(drawn?.svg)).toBe("Codes: 500 codes: born 1.0.0.");
});

test("a picture stays readable: lanes beyond a number are counted, not drawn", () => {
  const names = Array.from({ length: 300 }, (_, at) => `code_${at}`);
  const retired = Object.fromEntries(
    names.map((name) => [name, { since: "1.0.0", retired: "2.0.0", reason: "gone" }]),
  );
  const held = baseline({ codes: { a: { since: "1.0.0" } }, retired });
  expect(timeline("t", main(pageOf(contract([catalog([code("a")])]), held)))?.omitted).toBe(301 - mostLanes);
});

test("the matrix says how many operations declare each status, and folds equal rows", () => {
  const drawn = matrix("m", main());
  expect(described(drawn?.svg)).toContain(
    "402 in 2 operations, 404 in 4 operations, 409 in 2 operations, 410 in 1 operation",
  );
  const same = Array.from({ length: 40 }, (_, at) => operation(`GET /x/${at}`, { "404": ["a"] }));
  expect(matrix("m", main(pageOf(contract([catalog([code("a"), code("b")])], same))))?.rows).toBe(1);
});

test("releases are in the order of their numbers, prereleases before them, dates by time", () => {
  const order = ["0.9.0", "1.0.0-alpha", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.2.0", "1.10.0", "v2"];
  expect([...order].reverse().sort(byVersion)).toEqual(order);
  expect(["2026-03-01", "2025-12-31"].sort(byVersion)).toEqual(["2025-12-31", "2026-03-01"]);
});
