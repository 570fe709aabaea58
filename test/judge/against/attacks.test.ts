import { describe, expect, test } from "vitest";
import { api } from "../../support/api.js";
import { errlock, type Outcome } from "../../support/cli.js";
import { type FileContent, Repository } from "../../support/repo.js";

const spec = "specs/openapi.yaml";
const file = "baselines/openapi.json";
const codes = ["machine_busy", "machine_gone", "not_found", "quota_exceeded"];
/** The code that every attack removes. */
const victim = "machine_gone";
const left = codes.filter((code) => code !== victim);

/** A repository on `main` with a spec and its baseline, and a branch to do damage on. */
async function prepared(config: string | null): Promise<Repository> {
  const made = Repository.create();
  made.write({ [spec]: api("1.0.0", codes), ...(config === null ? {} : { "errlock.yaml": config }) });
  const init = await errlock(["baseline", "init", spec], { cwd: made.root });
  expect(init).toMatchObject({ status: 0, stderr: "" });
  made.commit("baseline");
  made.branch("attack");
  return made;
}

type Files = Readonly<Record<string, FileContent>>;
interface Attack {
  readonly config?: string;
  /** What the report says, among the rest: rules and kinds. */
  readonly says: readonly string[];
  /** 2 where it cannot even be judged. */
  readonly status?: 2;
  readonly files: (baseline: string) => Files;
}

async function check(made: Repository, cwd = made.root): Promise<Outcome> {
  return errlock(["check", "--against", "main"], { cwd });
}

const without = (baseline: string) => baseline.replace(/^.*"machine_gone".*\n/m, "");
const removal: Files = { [spec]: api("1.0.0", left) };
const configured = (text: string, ...says: string[]): Attack => ({
  says: ["code-removed", ...says],
  files: () => ({ ...removal, "errlock.yaml": text }),
});

const attacks: Readonly<Record<string, Attack>> = {
  "does nothing else": {
    says: ["code-removed"],
    files: () => removal,
  },
  "deletes the baseline's line": {
    says: ["baseline-edited"],
    files: (old) => ({ ...removal, [file]: without(old) }),
  },
  "deletes the baseline": {
    says: ["code-removed", "baseline-removed"],
    files: () => ({ ...removal, [file]: null }),
  },
  "turns the kind off": configured("changes: { code-removed: off, code-renamed: off }\n", "policy-loosened"),
  "lowers the level": configured("changes: { code-removed: info }\n", "policy-loosened"),
  "allows it to be a patch": configured(
    "changes: { code-removed: { level: off, bump: none } }\n",
    "policy-loosened",
  ),
  "narrows the list of specs": {
    says: ["code-removed", "decoy.yaml has no baseline"],
    status: 2,
    config: `specs: [${spec}]\n`,
    files: () => ({
      ...removal,
      "errlock.yaml": "specs: [decoy.yaml]\n",
      "decoy.yaml": api("1.0.0", codes),
      "baselines/decoy.json": null,
    }),
  },
  "moves the baseline's path": {
    says: ["code-removed", "policy-loosened"],
    config: `specs: [{ spec: ${spec} }]\n`,
    files: (old) => ({
      ...removal,
      "errlock.yaml": `specs: [{ spec: ${spec}, baseline: decoy.json }]\n`,
      "decoy.json": without(old),
    }),
  },
  "renames the spec and edits the moved baseline": {
    says: ["baseline-removed"],
    files: (old) => ({
      [spec]: null,
      "specs/new.yaml": api("1.0.0", left),
      [file]: null,
      "baselines/new.json": without(old),
    }),
  },
  "renames the spec and moves the baseline": {
    says: ["code-removed"],
    files: (old) => ({
      [spec]: null,
      "specs/new.yaml": api("1.0.0", left),
      [file]: null,
      "baselines/new.json": old,
    }),
  },
  "puts a decoy spec with all codes at the root": {
    says: ["would have one baseline"],
    status: 2,
    files: () => ({ ...removal, "openapi.yaml": api("1.0.0", codes) }),
  },
  "deletes the config": {
    says: ["code-removed"],
    config: "changes: { code-removed: error }\n",
    files: () => ({ ...removal, "errlock.yaml": null }),
  },
  "names another error schema": configured(
    `specs: [{ spec: ${spec}, errors: { schemas: [Decoy], code: code } }]\n`,
    "policy-loosened",
  ),
  "adds a decoy enum": {
    says: ["code-removed"],
    files: () => ({
      [spec]: api("1.0.0", left, `    DecoyErrorCode: { type: string, enum: [${codes.join(", ")}] }\n`),
    }),
  },
  "unlinks the enum": {
    says: ["catalog-removed"],
    files: () => ({
      [spec]: api("1.0.0", codes).replace(
        'code: { $ref: "#/components/schemas/ErrorCode" }',
        "code: { type: string }",
      ),
    }),
  },
  "retires the code without a version": {
    says: ["baseline-edited"],
    files: (old) => ({
      ...removal,
      [file]: JSON.stringify({
        ...JSON.parse(without(old)),
        retired: { [victim]: { since: "1.0.0", retired: "1.0.0", reason: "no" } },
      }),
    }),
  },
  "makes a release that is too small": {
    says: ["baseline-edited"],
    files: (old) => ({
      [spec]: api("1.1.0", left),
      [file]: JSON.stringify({
        ...JSON.parse(without(old)),
        version: "1.1.0",
        retired: { [victim]: { since: "1.0.0", retired: "1.1.0", reason: "no" } },
      }),
    }),
  },
  "makes the baseline a symbolic link": {
    says: ["baseline-edited"],
    files: (old) => ({ ...removal, "elsewhere.json": without(old), [file]: { link: "../elsewhere.json" } }),
  },
  "says that the spec has no codes": configured(
    `specs: [{ spec: ${spec}, errors: none }]\n`,
    "policy-loosened",
  ),
  "locks nothing but examples": configured(
    `specs: [{ spec: ${spec}, errors: { examples: lock, code: error } }]\n`,
    "policy-loosened",
  ),
  "brings a ruleset with functions": {
    says: ["code-removed", "policy-loosened"],
    files: () => ({
      ...removal,
      "errlock.yaml": "ruleset: ./rules.js\n",
      "rules.js": "process.exit(0);\n",
    }),
  },
};

describe("a branch that removes a code does not pass when it", () => {
  test.each(Object.entries(attacks))("%s", async (_, { config, files, says, status = 1 }) => {
    const made = await prepared(config ?? null);
    made.commit("attack", files(made.read(file)));
    const outcome = await check(made);
    const text = outcome.stdout + outcome.stderr;
    expect(outcome.status, text).toBe(status);
    for (const words of says) expect(text).toContain(words);
    expect(text).not.toContain("unexpected error");
  });

  test("puts a nearer config into the folder that is judged from", async () => {
    const made = await prepared("specs: [specs/openapi.yaml]\n");
    made.commit("attack", { ...removal, "specs/errlock.yaml": "changes: { code-removed: off }\n" });
    const { status, stdout } = await check(made, `${made.root}/specs`);
    expect(status, stdout).toBeGreaterThan(0);
    expect(stdout).toContain("code-removed");
  });

  test("edits what a baseline of the base, a symbolic link, points at", async () => {
    const made = await prepared(null);
    const baseline = made.read(file);
    made.checkout("main");
    made.commit("link", { "elsewhere.json": baseline, [file]: { link: "../elsewhere.json" } });
    made.branch("later");
    made.commit("attack", { ...removal, "elsewhere.json": without(baseline) });
    const { status, stdout } = await check(made);
    expect(status, stdout).toBe(1);
    expect(stdout).toContain("baseline-edited");
  });

  test("and passes with a reviewed acceptance alone, shown as new", async () => {
    const made = await prepared(null);
    const accept = `accept:\n  - { code: ${victim}, reason: never sent }\n`;
    made.commit("accepted", { ...removal, "errlock.yaml": accept });
    const { status, stdout } = await check(made);
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/1 new\s+on\s+this\s+branch/);
  });
});

describe("a branch is not blamed", () => {
  test("for what happened on main meanwhile", async () => {
    const made = await prepared(null);
    made.commit("harmless", { "README.md": "" });
    made.checkout("main");
    made.commit("main removes a code", removal);
    made.checkout("attack");
    expect((await check(made)).status).toBe(0);
  });

  test("for what was broken before it began", async () => {
    const made = await prepared(null);
    made.checkout("main");
    made.commit("main removes a code", removal);
    made.branch("later");
    made.commit("harmless", { [spec]: api("1.0.0", [...left, "z_new"]) });
    const { status, stdout } = await check(made);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("there before this branch"),
    });
  });

  test("for adding codes, for renaming the spec with its baseline, for adopting errlock", async () => {
    const made = await prepared(null);
    made.commit("add", { [spec]: api("1.0.0", [...codes, "z_new"]) });
    expect((await check(made)).status).toBe(0);
    const baseline = made.read(file);
    made.commit("move", {
      [spec]: null,
      "specs/new.yaml": api("1.0.0", codes),
      [file]: null,
      "baselines/new.json": baseline,
    });
    const moved = await check(made);
    expect(moved.status, moved.stdout + moved.stderr).toBe(0);

    const fresh = Repository.create();
    fresh.commit("before", { [spec]: api("1.0.0", codes) });
    fresh.branch("adopt");
    fresh.commit("adopt", { [file]: baseline, "errlock.yaml": "changes: { code-added: off }\n" });
    const adopted = await check(fresh);
    expect(adopted.status, adopted.stdout + adopted.stderr).toBe(0);
  });
});
