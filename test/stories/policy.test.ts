import { describe, expect, test } from "vitest";
import {
  against,
  baselineFile,
  codes,
  configFile,
  Story,
  spec,
  specFile,
  without,
} from "../support/story.js";

/** A spec that holds this about its codes. */
function annotated(
  version: string,
  notes: Readonly<Record<string, string>>,
  list: readonly string[] = codes,
): string {
  const lines = Object.entries(notes).map(([code, note]) => `        ${code}: ${note}\n`);
  return `${spec(version, list)}      x-error-codes:\n${lines.join("")}`;
}

const update = ["baseline", "update", "--bump"];

describe("a code that was deprecated", () => {
  test("leaves without an acceptance once the sunset in the baseline has passed", async () => {
    const story = await Story.begin();
    const sunset = { machine_gone: "{ deprecated: true, sunset: 2026-12-01, replacedBy: not_found }" };
    story.repo.write({ [specFile]: annotated("1.0.0", sunset) });
    await story.passes(["check"], "code-deprecated", "the next version must be 1.1.0");
    await story.passes(update, "## 1.1.0", "### Deprecated");
    expect(story.repo.read(baselineFile)).toContain('"sunset": "2026-12-01"');
    story.commit("release");
    story.repo.branch("topic");
    story.commit("remove", { [specFile]: spec("1.1.0", without("machine_gone")) });
    await story.fails([...against(), "--now", "2026-11-30"], "error[code-renamed]");
    await story.passes([...against(), "--now", "2026-12-01"], "the next version must be 2.0.0");
    await story.passes([...update, "--now", "2026-12-02"], "## 2.0.0", "`machine_gone` is now `not_found`");
    expect(story.repo.read(baselineFile)).toMatch(/"machine_gone": \{[^}]*"retired": "2.0.0"/);
    story.commit("release");
    await story.passes([...against(), "--now", "2026-12-02"], "this branch releases 2.0.0: 1 retired");
  });

  test("cannot have its sunset moved into the past by the branch that removes it", async () => {
    const story = await Story.begin();
    story.repo.branch("topic");
    const sunset = { machine_gone: "{ deprecated: true, sunset: 2020-01-01 }" };
    story.commit("deprecate and remove", { [specFile]: annotated("1.0.0", sunset, without("machine_gone")) });
    await story.fails(against(), "error[code-removed]");
  });
});

describe("a deprecation policy", () => {
  const config = { [configFile]: "deprecation: { required: true, window: 90d, pastSunset: true }\n" };

  test("demands that a code was deprecated in a release before it goes, even if accepted", async () => {
    const story = await Story.begin("1.0.0", config);
    story.repo.write({ [specFile]: spec("1.0.0", without("machine_gone")) });
    await story.fails(["check"], "deprecation-skipped", "code-removed");
    await story.passes(["accept", "machine_gone", "--reason", "gone"]);
    await story.fails(["check"], "deprecation-skipped");
    await story.passes(["accept", "--all", "--reason", "an emergency"]);
    await story.passes(["check"], "2 accepted");
  });

  test("demands a sunset that leaves clients the window", async () => {
    const story = await Story.begin("1.0.0", config);
    const until = (sunset: string) => ({
      [specFile]: annotated("1.0.0", { machine_gone: `{ deprecated: true, sunset: ${sunset} }` }),
    });
    story.repo.write(until("2026-12-24"));
    await story.fails(["check"], "sunset-too-soon");
    story.repo.write(until("2027-03-01"));
    await story.passes(["check"]);
    await story.passes(update);
    story.repo.write({ [specFile]: spec("1.1.0", without("machine_gone")) });
    await story.fails(["check"], "code-removed");
    await story.passes(["check", "--now", "2027-03-02"]);
  });
});

describe("an API with hundreds of findings", () => {
  /** A spec whose health checks answer without any error body. */
  function messy(version: string, operations: number): string {
    const paths = Array.from(
      { length: operations },
      (_, index) =>
        `  /v1/old/${index}:\n    get:\n      responses:\n        "500": { description: broken }\n`,
    );
    return spec(version).replace("paths:\n", `paths:\n${paths.join("")}`);
  }

  test("starts green, gets no new one, and the known ones shrink at a release", async () => {
    const story = await Story.begin("1.0.0", { [specFile]: messy("1.0.0", 300) });
    await story.passes(["check"], "known");
    const known = () => story.repo.read(baselineFile).match(/GET \/v1\/old\/\d+ 500/g)?.length;
    expect(known()).toBe(300);
    story.repo.branch("topic");
    story.commit("one more", { [specFile]: messy("1.0.0", 301) });
    const text = await story.fails(against(), "error[error-response-required]", "GET /v1/old/300");
    expect(text).not.toContain("/v1/old/299");
    story.commit("two fewer", { [specFile]: messy("1.0.0", 298) });
    await story.passes(against());
    await story.passes(["baseline", "update"], "fewer known findings");
    expect(known()).toBe(298);
    story.commit("release");
    await story.passes(against());
    const grown = story.repo
      .read(baselineFile)
      .replace('"GET /v1/old/0 500"', '"GET /v1/new 500", "GET /v1/old/0 500"');
    story.commit("grow", { [baselineFile]: grown });
    await story.fails(against(), "baseline-edited");
  });
});
