import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { placeOfErrors } from "../../rules/read/place.js";
import { Reading } from "../../rules/read/reading.js";
import { errorResponses } from "../../rules/read/responses.js";
import { createFileSource } from "../../src/host/files.js";
import { lint } from "../../src/lint/lint.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { responsesWithoutError } from "./naive.js";

const corpus = process.env.ERRLOCK_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");
const index = join(corpus, "catalogs.json");
const isHere = existsSync(index);
const specs: string[] = isHere
  ? JSON.parse(readFileSync(index, "utf8")).map(
      ({ repo, path }: { repo: string; path: string }) => `specs/${repo.replace("/", "__")}/${path}`,
    )
  : [];

if (!isHere) console.warn(`skipped: there is no corpus at ${corpus}`);

describe.skipIf(!isHere)("over real specs", () => {
  it.each([...specs, "large/github.json"])("error-response-required is right in %s", async (file) => {
    const spec = await loadSpec(createFileSource(corpus), file, defaultLimits);
    const reading = new Reading(spec);
    const { schemas } = placeOfErrors(reading, {});
    const errors = new Set(schemas.keys());
    const findings = await lint(spec, { rules: {} });
    const found = new Set(
      findings.filter(({ rule }) => rule === "error-response-required").map(({ at }) => at),
    );
    // a shared response is one finding: here every use of it counts
    const uses = reading
      .once(errorResponses)
      .filter(({ at }) => found.has(at))
      .flatMap((response) => response.uses.filter(({ operation }) => operation.kind === "path"))
      .map(({ operation, status }) => `${operation.id} ${status}`);
    const lost = [...found].filter((at) => /^[A-Z]+ /.test(at));
    expect([...new Set([...uses, ...lost])].sort()).toEqual(
      [...new Set(responsesWithoutError(spec, errors))].sort(),
    );
  });
});
