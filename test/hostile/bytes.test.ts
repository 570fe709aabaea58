import { describe, test } from "vitest";
import { structured, survivesBytes, survivesMutations, targets } from "./bytes.js";

const runs = Number(process.env.ERRLOCK_FUZZ_RUNS ?? 60);
const corpus = process.env.ERRLOCK_FUZZ_CORPUS ?? null;

describe("damaged bytes end in a verdict or a message:", () => {
  test.each(targets)("%s", (target) => survivesBytes(target, runs, corpus), 3_600_000);
});

describe("mutated structures end in a verdict or a message:", () => {
  test.each(structured)("%s", (target) => survivesMutations(target, runs), 3_600_000);
});
