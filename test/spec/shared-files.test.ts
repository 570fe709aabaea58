import { expect, test } from "vitest";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { SharedFiles } from "../../src/spec/shared-files.js";
import type { Source, Spec } from "../../src/spec/spec.js";

const texts: Readonly<Record<string, string>> = {
  "a.yaml": "openapi: 3.1.0\nx: { $ref: 'common.yaml#/x' }\n",
  "b.yaml": "openapi: 3.1.0\nx: { $ref: 'common.yaml#/x' }\n",
  "common.yaml": "x: { type: string }\n",
};

function counting(): { source: Source; reads: string[] } {
  const reads: string[] = [];
  const read: Source["read"] = async (paths) => {
    reads.push(...paths);
    return new Map(paths.map((path) => [path, new TextEncoder().encode(texts[path])]));
  };
  return { source: { read }, reads };
}

function load(spec: string, source: Source, shared: SharedFiles, limits = defaultLimits): Promise<Spec> {
  return loadSpec(shared.keeping(source, spec), spec, limits, undefined, shared.documents(limits));
}

test("a file that two specs refer to is read and parsed once", async () => {
  const { source, reads } = counting();
  const shared = new SharedFiles();
  const a = await load("a.yaml", source, shared);
  const b = await load("b.yaml", source, shared);
  expect(reads).toEqual(["a.yaml", "common.yaml", "b.yaml"]);
  expect(b.documents.get("common.yaml")).toBe(a.documents.get("common.yaml"));
});

test("under other limits it is parsed again, so that they hold", async () => {
  const { source } = counting();
  const shared = new SharedFiles();
  const a = await load("a.yaml", source, shared);
  const b = await load("b.yaml", source, shared, { ...defaultLimits });
  expect(b.documents.get("common.yaml")).not.toBe(a.documents.get("common.yaml"));
});

test("what is kept counts into the bytes of each spec that refers to it", async () => {
  const { source } = counting();
  const shared = new SharedFiles();
  await load("a.yaml", source, shared);
  await expect(load("b.yaml", source, shared, { ...defaultLimits, bytes: 50 })).rejects.toThrow("bytes");
});
