import { json } from "../report/escape/json.js";
import type { Page } from "./page.js";

/** The page for other generators, as `schema/docs.schema.json` has it. */
export function render(page: Page): string {
  return json({ format: 1, ...page });
}
