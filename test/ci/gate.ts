import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Repository, temporaryFolder } from "../support/repo.js";

/** The built command; what runs in CI is the package, not the sources. */
export const main = resolve("dist/main.js");
export const built = existsSync(main);

const spec = (codes: readonly string[]) => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders/{id}:
    get:
      responses:
        "200": { description: An order }
        default: { $ref: "#/components/responses/Error" }
components:
  responses:
    Error:
      description: An error
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
    ErrorCode:
      type: string
      enum:
${codes.map((code) => `        - ${code}`).join("\n")}
`;

/** A clone as a CI job has it, on a branch: one that adds a code (`kept`), or one that removes one (`removed`). */
export function jobWith(change: "kept" | "removed"): Repository {
  const upstream = Repository.create();
  upstream.write({ "specs/openapi.yaml": spec(["order_not_found", "order_locked"]) });
  const init = spawnSync(process.execPath, [main, "baseline", "init"], {
    cwd: upstream.root,
    encoding: "utf8",
  });
  if (init.status !== 0) throw new Error(init.stderr);
  upstream.commit("The API and its baseline");
  upstream.branch("work");
  const codes =
    change === "kept" ? ["order_not_found", "order_locked", "order_expired"] : ["order_not_found"];
  upstream.commit("Work", { "specs/openapi.yaml": spec(codes) });
  return upstream.clone("--branch=work");
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as a step of GitHub Actions does with `shell: bash`. */
export function bash(script: string, cwd: string, env: Readonly<Record<string, string>>): Ran {
  const file = join(temporaryFolder(), "step.sh");
  writeFileSync(file, script);
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH ?? "",
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: "1",
      npm_config_offline: "true",
      ...env,
    },
  });
}

/** A folder with an `npx` that runs the built errlock and nothing else. */
export function npxFolder(): string {
  const folder = join(temporaryFolder(), "bin");
  mkdirSync(folder);
  const script = `#!/bin/sh\n[ "$1" = errlock ] || exit 127\nshift\nexec "${process.execPath}" "${main}" "$@"\n`;
  writeFileSync(join(folder, "npx"), script, { mode: 0o755 });
  return folder;
}
