import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const manifest: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

describe("what reaches a user", () => {
  test("runs the scripts of no package here but of those that are allowed by name", () => {
    const lock: { packages: Record<string, { hasInstallScript?: boolean }> } = JSON.parse(
      readFileSync(join(root, "package-lock.json"), "utf8"),
    );
    const names = Object.entries(lock.packages)
      .filter(([path, { hasInstallScript }]) => path !== "" && hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect([...new Set(names)].sort()).toEqual(
      ["@scarf/scarf", "esbuild", "fsevents"].filter((name) => names.includes(name)),
    );
    expect(manifest.allowScripts).toMatchObject({ "@scarf/scarf": false });
  });

  test("asks for no network and reports to nobody: nothing in the sources can", () => {
    const files = ["src", "rules"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(root, folder, file)),
    );
    const reaching =
      /from "(node:)?(http|https|http2|net|tls|dgram|dns|undici|inspector)(\/[^"]*)?"|\bfetch\(|new WebSocket|XMLHttpRequest/;
    expect(files.filter((file) => reaching.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  const dist = join(root, "dist");
  test.skipIf(!existsSync(dist))("has no telemetry of a dependency in the bundle", () => {
    const chunks = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    const text = chunks.map((file) => readFileSync(join(dist, file), "utf8")).join("\n");
    expect(text).not.toMatch(/scarf\.sh|SCARF_|google-analytics|sentry\.io|posthog/);
  });
});
