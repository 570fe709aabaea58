import { expect, test } from "vitest";
import { parseRefPath } from "../../src/host/git/ref-path.js";

const nothing = () => false;

test.each([
  ["main:specs/openapi.yaml", { ref: "main", path: "specs/openapi.yaml" }],
  ["origin/main:./specs//openapi.yaml", { ref: "origin/main", path: "specs/openapi.yaml" }],
  ["HEAD~1:a:b.yaml", { ref: "HEAD~1", path: "a:b.yaml" }],
  ["v1:../out.yaml", { ref: "v1", path: "../out.yaml" }],
])("%j names a file in a commit", (operand, expected) => {
  expect(parseRefPath(operand, nothing)).toEqual(expected);
});

test.each([
  "C:\\specs\\openapi.yaml",
  "c:/specs/openapi.yaml",
  "specs/openapi.yaml",
  ":specs",
  "main:",
  "https://example.com/a.yaml",
])("%j names a file of the work tree", (operand) => {
  expect(parseRefPath(operand, nothing)).toBeNull();
});

test.each([
  ["main:./openapi.yaml", "specs/openapi.yaml"],
  ["main:../openapi.yaml", "openapi.yaml"],
  ["main:api/openapi.yaml", "api/openapi.yaml"],
])("%j counts from the working directory as git counts", (operand, path) => {
  expect(parseRefPath(operand, nothing, "specs")).toEqual({ ref: "main", path });
});

test("a file that exists wins over a ref", () => {
  expect(parseRefPath("main:a.yaml", (file) => file === "main:a.yaml")).toBeNull();
});
