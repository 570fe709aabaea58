import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page as Tab } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** Undefined where no chromium is installed; tests that need one skip then, and say so. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface VisitOptions extends BrowserContextOptions {
  /** `#sandbox-not-found` */
  readonly fragment?: string;
}

/**
 * A browser for the tests of one file. The function it gives opens a page from the file system. After every test, nothing
 * may have been logged, thrown, or asked of the network.
 */
export function useBrowser(): (html: string, options?: VisitOptions) => Promise<Tab> {
  let browser: Browser | undefined;
  const noise: string[] = [];
  const open: Tab[] = [];
  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const tab of open.splice(0)) await tab.context().close();
    expect(noise.splice(0)).toEqual([]);
  });
  return async (html, { fragment = "", ...options } = {}) => {
    if (browser === undefined) throw new Error("there is no browser");
    const file = join(mkdtempSync(join(tmpdir(), "errlock-page-")), "page.html");
    writeFileSync(file, html);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const tab = await context.newPage();
    open.push(tab);
    tab.on("console", (message) => noise.push(message.text()));
    tab.on("pageerror", (error) => noise.push(error.message));
    tab.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) noise.push(request.url());
    });
    await tab.goto(pathToFileURL(file).href + fragment);
    return tab;
  };
}

/** What axe-core finds wrong with a page as it stands: rule and first element. */
export async function violations(tab: Tab): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
}

/** By how many pixels a page is wider than its window. */
export function overflow(tab: Tab): Promise<number> {
  return tab.evaluate("document.documentElement.scrollWidth - innerWidth");
}
