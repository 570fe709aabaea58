import type { Report } from "../contract/report.js";
import { page } from "./markdown/page.js";
import type { RenderOptions } from "./options.js";

/** A comment on a pull request. GitHub takes 65,536 characters of a comment; what does not fit is left out, and said. */
export function render(report: Report, options: RenderOptions): string {
  return page(report, options, 65_536);
}

/** The job summary of GitHub Actions, for `$GITHUB_STEP_SUMMARY`. GitHub takes 1 MiB of it per step. */
export function renderSummary(report: Report, options: RenderOptions): string {
  return page(report, options, 1024 * 1024);
}
