import { expect, test } from "vitest";
import { baselinePath, baselinePaths } from "../../src/baseline/path.js";

test.each([
  ["specs/openapi.yaml", "", "baselines/openapi.json"],
  ["api/v2/users.yaml", "", "baselines/api/v2/users.json"],
  ["openapi.v1.yml", "", "baselines/openapi.v1.json"],
  ["services/a/specs/openapi.json", "services/a", "services/a/baselines/openapi.json"],
  ["services/a/openapi.JSON", "services/a/", "services/a/baselines/openapi.json"],
  ["specs/specs/x.yaml", ".", "baselines/specs/x.json"],
])("the baseline of %s, with a config in '%s', is %s", (spec, folder, path) => {
  expect(baselinePath(spec, folder)).toBe(path);
});

test("a spec outside the folder of the config has no baseline path", () => {
  expect(() => baselinePath("specs/a.yaml", "services")).toThrow(/outside the folder/);
});

test("two specs never share a baseline, not even on a file system that ignores case", () => {
  expect(() => baselinePaths(["specs/a.yaml", "a.json"])).toThrow(/one baseline/);
  expect(() => baselinePaths(["specs/A.yaml", "specs/a.yml"])).toThrow(/one baseline/);
  expect([...baselinePaths(["b.yaml", "a.yaml"]).values()]).toEqual(["baselines/a.json", "baselines/b.json"]);
});
