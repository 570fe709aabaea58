import { describe, expect, test } from "vitest";
import { retell } from "../../../src/judge/against/retell.js";
import { changeOf } from "../../baseline/contracts.js";

const site = (pointer: string) => ({ file: "specs/openapi.yaml", pointer });
const removed = (code: string, said = {}) => changeOf("code-removed", { catalog: "code", code, ...said });
const added = (code: string, said = {}) => changeOf("code-added", { catalog: "code", code, ...said });
const renamed = (code: string, to: readonly string[], said = {}) =>
  changeOf("code-renamed", { catalog: "code", code, to, how: "typo", evidence: ["order"], ...said });

describe("two documents tell better than a baseline", () => {
  test("where a removed code stood", () => {
    const [told] = retell([removed("a", { statuses: ["404"] })], [removed("a", { beforeSite: site("#/a") })]);
    expect(told).toEqual(removed("a", { statuses: ["404"], beforeSite: site("#/a") }));
  });

  test("that what left was renamed, and that its new name is no addition", () => {
    const told = retell(
      [removed("a", { statuses: ["404"] }), added("b"), added("c")],
      [renamed("a", ["b"], { statuses: [] })],
    );
    expect(told).toEqual([renamed("a", ["b"], { statuses: ["404"] }), added("c")]);
  });

  test("to what it was renamed", () => {
    expect(retell([renamed("a", ["x"]), added("y")], [renamed("a", ["y", "z"])])).toEqual([
      renamed("a", ["y", "z"]),
    ]);
  });

  test("but not that a code was added beside a rename which they show as added too", () => {
    expect(retell([removed("a"), added("b")], [renamed("a", ["b"]), added("b")])).toEqual([
      renamed("a", ["b"]),
      added("b"),
    ]);
    expect(
      retell(
        [removed("a"), added("b")],
        [renamed("a", ["b"]), changeOf("code-deprecated", { catalog: "code", code: "b" })],
      ),
    ).toEqual([renamed("a", ["b"])]);
  });
});

describe("a baseline's change is told as it is", () => {
  test.each([
    ["where the documents say nothing of its code", [removed("a"), renamed("b", ["c"])], [removed("x")]],
    [
      "where they say another thing of it",
      [removed("a")],
      [changeOf("code-deprecated", { catalog: "code", code: "a" })],
    ],
    ["of another catalog", [removed("a"), added("b")], [renamed("a", ["b"], { catalog: "type" })]],
    [
      "of a code that stays",
      [changeOf("code-deprecated", { catalog: "code", code: "a" })],
      [renamed("a", ["b"])],
    ],
    [
      "of a code that stays, in its place",
      [changeOf("code-status-removed", { catalog: "code", code: "a" })],
      [removed("a", { beforeSite: site("#/a") })],
    ],
    [
      "of no code",
      [changeOf("catalog-opened", { catalog: "code" })],
      [changeOf("code-renamed", { catalog: "code", to: ["b"] })],
    ],
  ])("%s", (_, fromBaseline, fromMergeBase) => {
    expect(retell(fromBaseline, fromMergeBase)).toEqual(fromBaseline);
  });

  test("an addition that only another catalog's rename explains stays", () => {
    const told = retell([removed("a"), added("b"), added("b", { catalog: "type" })], [renamed("a", ["b"])]);
    expect(told).toEqual([renamed("a", ["b"]), added("b", { catalog: "type" })]);
  });

  test("a change of a code that bears the new name of a rename stays", () => {
    const deprecated = changeOf("code-deprecated", { catalog: "code", code: "b" });
    expect(retell([removed("a"), deprecated], [renamed("a", ["b"])])).toEqual([
      renamed("a", ["b"]),
      deprecated,
    ]);
  });
});
