import { expect, test } from "vitest";
import { baselineOwners, baselinePath, baselinePaths } from "../../src/baseline/path.js";
import { Problem } from "../../src/contract/problem.js";

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

test.each([
  ["api/specs/x.yaml", "", "baselines/api/specs/x.json"],
  ["x.yaml.yaml", "", "baselines/x.yaml.json"],
  ["x.yamlish", "", "baselines/x.yamlish.json"],
  ["a/x.yml", "a///", "a/baselines/x.json"],
])("of %s, with a config in '%s', only a leading specs/ and the ending go: %s", (spec, folder, path) => {
  expect(baselinePath(spec, folder)).toBe(path);
});

test("what is wrong with a path says which file, and what to do", () => {
  const problem = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof Problem) return error;
    }
    throw new Error("no problem");
  };
  expect(problem(() => baselinePath("specs/a.yaml", "services"))).toMatchObject({
    code: "baseline-path",
    message: "the spec is outside the folder of the config, services/",
    hint: "Move the config up to a folder that holds all its specs, or name the file with --baseline.",
    location: { file: "specs/a.yaml" },
  });
  expect(problem(() => baselinePaths(["specs/a.yaml", "a.json"]))).toMatchObject({
    code: "baseline-path",
    message: "a.json and specs/a.yaml would have one baseline, baselines/a.json",
    hint: "Rename one of the two, or remove it from `specs` in the config.",
    location: { file: "specs/a.yaml" },
  });
});

test("a baseline's owners are the specs whose path it would be", () => {
  expect(baselineOwners("baselines/api/x.json")).toEqual([
    "specs/api/x.yaml",
    "specs/api/x.yml",
    "specs/api/x.json",
    "api/x.yaml",
    "api/x.yml",
    "api/x.json",
  ]);
  for (const owner of baselineOwners("services/a/baselines/x.json", "services/a")) {
    expect(baselinePath(owner, "services/a")).toBe("services/a/baselines/x.json");
  }
});
