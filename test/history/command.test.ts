import { describe, expect, test } from "vitest";
import { errlock } from "../support/cli.js";
import { Repository } from "../support/repo.js";

/** An API whose error body carries these codes. */
function api(
  version: string,
  codes: readonly string[],
  errorCode = `{ type: string, enum: [${codes.join(", ")}] }`,
): string {
  return `openapi: 3.1.0
info: { title: Machines, version: ${version} }
paths:
  /v1/machines/{id}:
    get:
      responses:
        "200": { description: the machine }
        "404": { $ref: "#/components/responses/Error" }
        "409": { $ref: "#/components/responses/Error" }
components:
  responses:
    Error:
      description: an error
      content:
        application/json:
          schema: { $ref: "#/components/schemas/ErrorResponse" }
  schemas:
    ErrorResponse:
      type: object
      required: [error, code]
      properties:
        error: { type: string }
        code: { $ref: "#/components/schemas/ErrorCode" }
    ErrorCode: ${errorCode}
`;
}

interface Told {
  readonly versions: number;
  readonly codes: readonly {
    readonly code: string;
    readonly alive: boolean;
    readonly events: readonly {
      kind: string;
      commit: string;
      date: string;
      version: string | null;
      to: string[];
    }[];
  }[];
  readonly skipped: readonly { commit: string; reason: string }[];
  readonly notes: readonly string[];
}

async function history(cwd: string, ...args: string[]): Promise<Told> {
  const { stdout, stderr, status } = await errlock(["history", "-f", "json", ...args], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

/** `gone: 2026-01-01 born, 2026-01-03 removed`. */
function lines({ codes }: Told): string[] {
  return codes.map(({ code, events }) => {
    const words = events.map(({ date, kind, to }) => [date, kind, ...to].join(" "));
    return `${code}: ${words.join(", ")}`;
  });
}

const spec = "specs/openapi.yaml";
const codes = ["not_found", "machine_busy", "machine_gone", "quota_exceeded"];

describe("the history of a spec", () => {
  test("tells birth, removal and return, with commit, date and version", async () => {
    const made = Repository.create();
    const first = made.commit("first", { [spec]: api("1.0.0", codes) });
    made.commit("docs", { "README.md": "" });
    made.commit("gone", { [spec]: api("2.0.0", codes.slice(0, 3)) });
    made.commit("back", { [spec]: api("2.1.0", codes) });
    const told = await history(made.root, spec);
    expect(told.codes[3]).toMatchObject({
      code: "quota_exceeded",
      alive: true,
      events: [
        { kind: "born", commit: first, date: "2026-01-01", version: "1.0.0", to: [] },
        { kind: "removed", date: "2026-01-03", version: "2.0.0" },
        { kind: "returned", date: "2026-01-04", version: "2.1.0" },
      ],
    });
    expect(told.versions).toBe(3);
  });

  test("tells renames with their new names, and deprecations", async () => {
    const made = Repository.create();
    const branches = (deprecated: boolean) =>
      `{ oneOf: [{ const: not_found }, { const: machine_busy, deprecated: ${deprecated} }] }`;
    made.commit("1", { [spec]: api("1.0.0", [], branches(false)) });
    made.commit("2", { [spec]: api("1.1.0", [], branches(true)) });
    made.commit("3", { [spec]: api("2.0.0", ["not_found", "machine_buzy"]) });
    expect(lines(await history(made.root))).toEqual([
      "machine_busy: 2026-01-01 born, 2026-01-02 deprecated, 2026-01-03 renamed machine_buzy",
      "machine_buzy: 2026-01-03 born",
      "not_found: 2026-01-01 born",
    ]);
  });

  test("follows the file through renames, from the root or from a folder of it", async () => {
    const made = Repository.create();
    made.commit("1", { "openapi.yaml": api("1.0.0", codes.slice(1)) });
    made.commit("2", { "openapi.yaml": null, "api/open api.yaml": api("1.1.0", codes) });
    made.commit("3", { "api/open api.yaml": null, [spec]: api("1.1.0", codes) });
    const expected = expect.arrayContaining(["machine_gone: 2026-01-01 born", "not_found: 2026-01-02 born"]);
    expect(lines(await history(made.root, spec))).toEqual(expected);
    expect(lines(await history(`${made.root}/specs`, "openapi.yaml"))).toEqual(expected);
  });

  test("sees changes in the files that the spec refers to, and only in those", async () => {
    const made = Repository.create();
    const ref = (file: string) => `{ $ref: "./${file}#/Codes" }`;
    const list = (names: readonly string[]) => `Codes: { type: string, enum: [${names.join(", ")}] }\n`;
    made.commit("1", {
      [spec]: api("1.0.0", [], ref("old.yaml")),
      "specs/old.yaml": list(codes.slice(0, 3)),
    });
    made.commit("2", { "specs/old.yaml": list(codes) });
    made.commit("3", { "specs/unused.yaml": list(["unused"]) });
    made.commit("4", {
      [spec]: api("1.0.0", [], ref("parts/new.yaml")),
      "specs/parts/new.yaml": list(codes),
    });
    made.commit("5", { "specs/old.yaml": list(["nobody_looks"]) });
    made.commit("6", { "specs/parts/new.yaml": list(codes.slice(1)) });
    const told = await history(made.root, spec);
    expect(lines(told)).toEqual([
      "machine_busy: 2026-01-01 born",
      "machine_gone: 2026-01-01 born",
      "not_found: 2026-01-01 born, 2026-01-06 removed",
      "quota_exceeded: 2026-01-02 born",
    ]);
    expect(told.versions).toBe(4);
  });

  test("sees the last file of a chain in which each commit refers to a new one", async () => {
    const made = Repository.create();
    const more = (number: number) => `{ $ref: "f${number}.yaml" }\n`;
    const leaf = (names: readonly string[]) => `{ type: string, enum: [${names.join(", ")}] }\n`;
    made.commit("0", { [spec]: api("1.0.0", [], more(0)), "specs/f0.yaml": leaf(codes.slice(1)) });
    for (let i = 1; i <= 20; i++) {
      const last = leaf(i < 20 ? codes.slice(1) : codes);
      made.commit(`${i}`, { [`specs/f${i - 1}.yaml`]: more(i), [`specs/f${i}.yaml`]: last });
    }
    made.commit("other", { "README.md": "" });
    const told = await history(made.root, spec);
    expect(lines(told)).toContain("not_found: 2026-01-21 born");
    expect(told.versions).toBe(21);
  });

  test("takes a file into account from the commit that adds it", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", [], '{ $ref: "codes.yaml#/Codes" }') });
    made.commit("2", { "specs/codes.yaml": "Codes: { type: string, enum: [not_found, machine_busy] }\n" });
    expect(lines(await history(made.root, spec))).toEqual([
      "machine_busy: 2026-01-02 born",
      "not_found: 2026-01-02 born",
    ]);
  });

  test("tells of the main line: branches that ran side by side do not make codes come and go", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", codes.slice(0, 2)) });
    made.branch("feature");
    made.commit("2", { [spec]: api("1.0.0", [...codes.slice(0, 2), "z_last"]) });
    made.checkout("main");
    made.commit("3", { "README.md": "" });
    const merge = made.merge("feature");
    const { codes: told } = await history(made.root, spec);
    expect(told[2]).toMatchObject({ code: "z_last", events: [{ kind: "born", commit: merge }] });
  });

  test("skips a version that cannot be read, says so, and compares its neighbours", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", codes) });
    const broken = made.commit("2", {
      [spec]: `${api("1.0.0", codes)}\n<<<<<<< HEAD\n=======\n>>>>>>> main\n`,
    });
    made.commit("3", { [spec]: null });
    made.commit("4", { [spec]: api("1.0.0", codes.slice(0, 3)) });
    const told = await history(made.root, spec);
    expect(lines(told)[3]).toBe("quota_exceeded: 2026-01-01 born, 2026-01-04 removed");
    expect(told.skipped).toHaveLength(2);
    expect(told.skipped[0]).toMatchObject({ commit: broken, reason: expect.stringContaining("conflict") });
    expect(told.skipped[1]?.reason).toContain("no such file");
  });

  test("leaves out what is not committed", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", codes.slice(0, 2)) });
    made.write({ [spec]: api("1.0.0", codes) });
    expect((await history(made.root, spec)).codes).toHaveLength(2);
  });

  test("says that a shallow clone does not know what was before", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", codes.slice(0, 2)) });
    made.commit("2", { [spec]: api("1.0.0", codes) });
    const told = await history(made.clone("--depth=1").root, spec);
    expect(told.notes).toEqual(["this is a shallow clone: what was before its first commit is not known."]);
  });

  test("is written as text and as Markdown, too", async () => {
    const made = Repository.create();
    made.commit("1", { [spec]: api("1.0.0", ["not_found"]) });
    const text = await errlock(["history"], { cwd: made.root });
    expect(text.stdout).toMatch(/^not_found {2}2026-01-01 {2}1\.0\.0 {2}[0-9a-f]{10} {2}born\n/);
    await errlock(["history", "-f", "markdown", "-o", "HISTORY.md"], { cwd: made.root });
    expect(made.read("HISTORY.md")).toContain("| `not_found` | 2026-01-01 |");
  });
});

describe("no history can be told", () => {
  test("outside of a repository", async () => {
    const made = Repository.create();
    made.write({ [spec]: api("1.0.0", codes), ".git": null });
    expect(await errlock(["history", spec], { cwd: made.root })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("not in the work tree of a git repository"),
    });
  });

  test("of a spec that HEAD has not", async () => {
    const made = Repository.create();
    made.commit("1", { "README.md": "" });
    made.write({ [spec]: api("1.0.0", codes) });
    expect(await errlock(["history", spec], { cwd: made.root })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no such file"),
    });
  });

  test("of several specs at once", async () => {
    const made = Repository.create();
    made.commit("1", { "specs/a.yaml": api("1.0.0", codes), "specs/b.yaml": api("1.0.0", codes) });
    expect(await errlock(["history"], { cwd: made.root })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("specs/a.yaml, specs/b.yaml"),
    });
  });
});
