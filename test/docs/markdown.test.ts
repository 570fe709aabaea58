import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { render } from "../../src/docs/markdown.js";
import { reveal } from "../../src/report/escape/reveal.js";
import { errlock } from "../support/cli.js";
import fc, { runs } from "../support/fast-check.js";
import { catalog, code, contract, pageOf, shop } from "./example.js";
import { hostile } from "./hostile.js";

const parser = new MarkdownIt({ html: true, linkify: true });

interface Parsed {
  readonly headings: readonly string[];
  /** Cells' texts, row by row, of all tables together, without their heads. */
  readonly rows: readonly (readonly string[])[];
  readonly tags: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** What a reader of the Markdown sees. */
function read(markdown: string): Parsed {
  const headings: string[] = [];
  const rows: string[][] = [];
  const tags = new Set<string>();
  const links: string[] = [];
  let into: ((text: string) => void) | null = null;
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "heading_open") into = (text) => headings.push(text);
    else if (token.type === "tbody_open") rows.push([]);
    else if (token.type === "tr_open") rows.push([]);
    else if (token.type === "td_open") into = (text) => rows.at(-1)?.push(text);
    else if (token.type === "html_block") tags.add(token.content);
    else if (token.type === "inline") {
      let text = "";
      for (const child of token.children ?? []) {
        if (child.type === "html_inline") tags.add(child.content.replace(/(?<=<a id=")[^"]*/, "…"));
        else if (child.type === "link_open") links.push(String(child.attrGet("href")));
        else text += child.content;
      }
      into?.(text);
      into = null;
    }
  }
  return { headings, rows: rows.filter((row) => row.length > 0 && row[0] !== "Code"), tags, links };
}

/** A description as the page shows it: on one line; what stands in backticks is code. */
const seen = (description: string) =>
  reveal(description.replace(/\s+/g, " ").trim()).replace(/(?<!`)`([^`]+)`(?!`)/g, "$1");

test("groups are headings, and every code is a row with what is known of it", () => {
  const { headings, rows } = read(render(shop()));
  expect(headings).toEqual(["Shop error codes", "Orders", "Payments", "Retired codes"]);
  expect(rows).toContainEqual(["order_not_found", expect.any(String), "404", "4 operations", "1.0.0", ""]);
  expect(rows).toContainEqual([
    "order_gone",
    "Order gone.",
    "410",
    "GET /orders/{id}",
    "1.0.0",
    "since 2.0.0; may be gone from 2027-06-30; use order_cancelled",
  ]);
  expect(rows).toContainEqual(["no_such_order", "order_not_found", "1.0.0", "2.0.0", "one way to say it"]);
});

test("a table has no column for what is known of no code", () => {
  const markdown = render(pageOf(contract([catalog([code("a"), code("b")])])));
  expect(markdown).toContain("| Code | Description |\n");
});

test("hostile codes and descriptions come through a Markdown parser as the text that they are", () => {
  const codes = fc.uniqueArray(fc.tuple(hostile, hostile), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(codes, hostile, (pairs, group) => {
      const entries = pairs.map(([name, description]) => code(name, { description, group }));
      const { rows, tags, links, headings } = read(render(pageOf(contract([catalog(entries)]))));
      expect(rows).toEqual(pairs.map(([name, description]) => [reveal(name), seen(description)]));
      expect(headings).toHaveLength(2);
      expect(headings[1]).toBe(reveal(group.replace(/\s+/g, " ").trim()) || "Other codes");
      expect([...tags].filter((tag) => !['<a id="…">', "</a>", "<code>", "</code>"].includes(tag))).toEqual(
        [],
      );
      expect(links).toEqual([]);
    }),
    { numRuns: runs(400) },
  );
});

test("outside of code spans nothing is left that MDX would take for an expression or a tag", () => {
  fc.assert(
    fc.property(hostile, hostile, (name, description) => {
      const markdown = render(pageOf(contract([catalog([code(name, { description })])])));
      const bare = markdown
        .replace(/\\[\\`*_[\]~$!#{}+=.)-]/g, "")
        .replace(/`[^`\n]*`/g, "")
        .replace(/<a id="[^"<>{}]*"><\/a>|<\/?code>/g, "");
      expect(bare).not.toMatch(/[<{}]/);
    }),
    { numRuns: runs(300) },
  );
});

test("every link of the page leads to an anchor of the page", () => {
  const markdown = render(shop());
  const { links } = read(markdown);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(markdown).toContain(`<a id="${link.slice(1)}"></a>`);
});

test("the page of our own spec has the groups, codes, order and descriptions of the catalog it stands for", async () => {
  const { stdout, status } = await errlock(["docs", "specs/openapi.yaml"], { cwd: process.cwd() });
  expect(status).toBe(0);
  const { headings, rows } = read(stdout);
  expect(headings.slice(1).filter((heading) => heading !== "Retired codes")).toEqual([
    "Authentication And Accounts",
    "Sandboxes And Scheduling",
    "Snapshots",
    "Templates And Builds",
    "Agent Deployments",
    "Volumes",
    "Execution And Files",
    "Quotas And Rate Limits",
    "General",
  ]);
  expect(rows).toHaveLength(65);
  expect(rows.map(([name]) => name).join(" ")).toBe(
    `unauthorized auth_failed auth_locked auth_proxy_error auth_proxy_unavailable invalid_auth_redirect
     invalid_oauth_provider captcha_required captcha_failed captcha_unavailable disposable_email signup_rate_limited
     oauth_rate_limited email_action_rate_limited email_not_verified account_deleted operator_required account_not_found
     account_not_soft_deleted account_hard_delete_active_resources
     sandbox_not_found sandbox_not_ready capacity_exceeded no_eligible_runtime_host same_host_required
     transition_in_progress transition_conflict
     snapshot_not_found snapshot_in_use incompatible_snapshot rebuild_required
     template_not_found template_build_not_found template_name_claim_not_found build_error
     agent_deployment_not_found agent_deployment_version_not_found agent_run_not_found agent_service_instance_not_found
     agent_deployment_name_conflict agent_deployment_idempotency_mismatch agent_deployment_invalid_config
     agent_deployment_invalid_state
     volume_beta_restriction volume_invalid_mount_path volume_overlapping_mounts volume_backend_capability_unsupported
     volume_quota_exceeded volume_mount_credential_issue_failed volume_backend_unavailable volume_stale_revision
     volume_busy volume_read_only volume_limit_exceeded
     file_upload_error exec_timeout exec_failed file_error
     QUOTA_EXCEEDED rate_limit_exceeded
     invalid_request database_error not_implemented feature_unavailable internal_error`.replace(/\s+/g, " "),
  );
  const descriptions = new Map(rows.map(([name, description]) => [name, description]));
  expect(descriptions.get("rate_limit_exceeded")).toBe(
    "The request hit a rate limit; respect Retry-After before retrying.",
  );
  expect(descriptions.get("auth_proxy_error")).toBe("An auth proxy error occurred.");
  expect(descriptions.get("volume_limit_exceeded")).toBe("The request exceeds the volume limit.");
  expect(descriptions.get("agent_deployment_name_conflict")).toBe(
    "The request conflicts with the current agent deployment name state.",
  );
  expect(stdout).toContain('<a id="sandbox-not-found"></a>`sandbox_not_found`');
});
