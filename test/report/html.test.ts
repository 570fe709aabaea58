import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/contract/report.js";
import { render } from "../../src/report/html.js";
import { example, options, passing, reportOf } from "./example.js";

describe("html", () => {
  const page = render(example, options);

  test("allows its own style sheet by hash and nothing else", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  });

  test("asks for nothing: no script, link, image, font or frame", () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|url\(|@import/i);
  });

  test("marks in a rename what differs", () => {
    expect(page).toContain(
      "<del>sandbox</del>_not_found</bdi></code> → <code><bdi><ins>machine</ins>_not_found",
    );
  });

  test("shows how much of a catalog is kept, in words too", () => {
    expect(page).toContain("code: 61 kept, 1 added, 3 renamed, 2 removed of 66 codes");
  });
});

const executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((file) => existsSync(file));

describe.skipIf(executable === undefined)("html in a browser (needs Debian's chromium)", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "errlock-html-"));
    browser = await chromium.launch({ executablePath: executable ?? "", args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a report from the file system; what the page complains about or asks for is collected. */
  async function open(report: Report, colorScheme: "light" | "dark" = "light", width = 1000) {
    const file = join(folder, "report.html");
    writeFileSync(file, render(report, options));
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, complaints };
  }

  const violations = async (page: Page): Promise<unknown[]> => {
    // The page's policy refuses scripts; the checker is put in from outside of it.
    const axe = createRequire(import.meta.url).resolve("axe-core");
    const bare = await page
      .context()
      .browser()
      ?.newContext({ bypassCSP: true, colorScheme: await scheme(page) });
    const copy = await bare?.newPage();
    await copy?.goto(page.url());
    await copy?.addScriptTag({ path: axe });
    const found: unknown = await copy?.evaluate(
      "axe.run().then((result) => result.violations.map(({ id, nodes }) => [id, nodes.length]))",
    );
    await bare?.close();
    return Array.isArray(found) ? found : ["axe did not run"];
  };
  const scheme = async (page: Page) =>
    (await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")) ? "dark" : "light";

  test.each(["light", "dark"] as const)(
    "is accessible, silent and inert in the %s theme",
    { timeout: 60_000 },
    async (theme) => {
      const { page, complaints } = await open(example, theme);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test("hides warnings when they are unchecked, by keyboard and without a script", {
    timeout: 60_000,
  }, async () => {
    const { page } = await open(example);
    const warning = page.locator("article.warn").first();
    expect(await warning.isVisible()).toBe(true);
    await page.locator("#show-warn").focus();
    await page.keyboard.press("Space");
    expect(await warning.isVisible()).toBe(false);
    expect(await page.locator("article.error").first().isVisible()).toBe(true);
  });

  test("fits a phone: nothing but code scrolls sideways", { timeout: 60_000 }, async () => {
    const { page } = await open(example, "light", 360);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  test("says that a contract holds", { timeout: 60_000 }, async () => {
    const { page, complaints } = await open(reportOf(passing, "pass"));
    expect(await page.locator("h1").textContent()).toBe("Contract holds");
    expect(complaints).toEqual([]);
  });
});
