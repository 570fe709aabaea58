import { expect, test } from "vitest";
import { describeCode } from "../../src/catalog/describe.js";

/** The descriptions of the platform's error catalog page. */
const page: Readonly<Record<string, string>> = {
  unauthorized: "Unauthorized.",
  auth_failed: "The auth operation failed.",
  auth_locked: "Auth locked.",
  auth_proxy_error: "An auth proxy error occurred.",
  auth_proxy_unavailable: "The auth proxy is currently unavailable; retry later.",
  invalid_auth_redirect: "Invalid auth redirect.",
  invalid_oauth_provider: "Invalid oauth provider.",
  captcha_required: "Captcha required.",
  captcha_failed: "The captcha operation failed.",
  captcha_unavailable: "The captcha is currently unavailable; retry later.",
  disposable_email: "Disposable email.",
  signup_rate_limited: "Too many signup attempts; retry after the rate-limit window.",
  oauth_rate_limited: "Too many oauth attempts; retry after the rate-limit window.",
  email_action_rate_limited: "Too many email action attempts; retry after the rate-limit window.",
  email_not_verified: "Email not verified.",
  account_deleted: "Account deleted.",
  operator_required: "Operator required.",
  account_not_found: "The referenced account does not exist or is not visible to the caller.",
  account_not_soft_deleted: "Account not soft deleted.",
  account_hard_delete_active_resources: "Account hard delete active resources.",
  sandbox_not_found: "The referenced sandbox does not exist or is not visible to the caller.",
  sandbox_not_ready: "Sandbox not ready.",
  capacity_exceeded: "The request exceeds the capacity limit.",
  no_eligible_runtime_host: "No eligible runtime host.",
  same_host_required: "Same host required.",
  transition_in_progress: "Transition in progress.",
  transition_conflict: "The request conflicts with the current transition state.",
  snapshot_not_found: "The referenced snapshot does not exist or is not visible to the caller.",
  snapshot_in_use: "Snapshot in use.",
  incompatible_snapshot: "Incompatible snapshot.",
  rebuild_required: "Rebuild required.",
  template_not_found: "The referenced template does not exist or is not visible to the caller.",
  template_build_not_found: "The referenced template build does not exist or is not visible to the caller.",
  template_name_claim_not_found:
    "The referenced template name claim does not exist or is not visible to the caller.",
  build_error: "A build error occurred.",
  agent_deployment_not_found:
    "The referenced agent deployment does not exist or is not visible to the caller.",
  agent_deployment_version_not_found:
    "The referenced agent deployment version does not exist or is not visible to the caller.",
  agent_run_not_found: "The referenced agent run does not exist or is not visible to the caller.",
  agent_service_instance_not_found:
    "The referenced agent service instance does not exist or is not visible to the caller.",
  agent_deployment_name_conflict: "The request conflicts with the current agent deployment name state.",
  agent_deployment_idempotency_mismatch: "Agent deployment idempotency mismatch.",
  agent_deployment_invalid_config: "Agent deployment invalid config.",
  agent_deployment_invalid_state: "Agent deployment invalid state.",
  volume_beta_restriction: "Volume beta restriction.",
  volume_invalid_mount_path: "Volume invalid mount path.",
  volume_overlapping_mounts: "Volume overlapping mounts.",
  volume_backend_capability_unsupported: "Volume backend capability unsupported.",
  volume_quota_exceeded: "The request exceeds the volume quota limit.",
  volume_mount_credential_issue_failed: "The volume mount credential issue operation failed.",
  volume_backend_unavailable: "The volume backend is currently unavailable; retry later.",
  volume_stale_revision: "Volume stale revision.",
  volume_busy: "Volume busy.",
  volume_read_only: "Volume read only.",
  volume_limit_exceeded: "The request exceeds the volume limit.",
  file_upload_error: "A file upload error occurred.",
  exec_timeout: "The exec operation timed out.",
  exec_failed: "The exec operation failed.",
  file_error: "A file error occurred.",
  QUOTA_EXCEEDED: "The request exceeds the quota limit.",
  rate_limit_exceeded: "The request hit a rate limit; respect Retry-After before retrying.",
  invalid_request: "Invalid request.",
  database_error: "A database error occurred.",
  not_implemented: "Not implemented.",
  feature_unavailable: "The feature is currently unavailable; retry later.",
  internal_error: "An internal error occurred.",
};

test("derives all 65 descriptions of the page to the letter", () => {
  expect(Object.keys(page)).toHaveLength(65);
  expect(Object.fromEntries(Object.keys(page).map((code) => [code, describeCode(code)]))).toEqual(page);
});

test.each([
  ["SIM_SWAP.UNKNOWN_PHONE_NUMBER", "Sim swap unknown phone number."],
  ["not found", "Not found."],
  ["user not found", "The referenced user does not exist or is not visible to the caller."],
  ["HTTPSOnly", "HTTPS only."],
  ["InvalidAPIKey", "Invalid API key."],
  ["duplicate-statement", "Duplicate statement."],
  ["request-timeout", "The request operation timed out."],
  ["urn:example:rate-limited", "Rate limited."],
  ["https://example.com/problems/out-of-credit", "Out of credit."],
  ["RATE_LIMIT_EXCEEDED", "The request hit a rate limit; respect Retry-After before retrying."],
  ["INSTITUTION_ERROR", "An institution error occurred."],
  ["userError", "A user error occurred."],
  ["ORDER_LIMIT_EXCEEDED", "The request exceeds the order limit."],
  ["timeout", "Timeout."],
  ["1001", "1001."],
  ["---", "No description."],
])("says something sensible of %s", (code, description) => {
  expect(describeCode(code)).toBe(description);
});

test.each([
  ...[
    "account",
    "email",
    "item",
    "order",
    "update",
    "unknown",
    "http",
    "HTML",
    "sql",
    "ssl",
    "ssh",
    "xml",
    "mfa",
    "sms",
    "hour",
  ].map((word) => [word, "An"]),
  ...["user", "unit", "unique", "universe", "url", "utility", "machine", "house", "token", "smart", "x"].map(
    (word) => [word, "A"],
  ),
])("%s has its article by sound: %s", (word, article) => {
  expect(describeCode(`${word}_error`)).toBe(`${article} ${word} error occurred.`);
});

test.each([
  ["limit_exceeded", "The request exceeds the limit limit."],
  ["a_limit_failed", "The a limit operation failed."],
  ["constructor", "Constructor."],
  ["$&_failed", "Failed."],
  ["x.$1_not_found", "The referenced x 1 does not exist or is not visible to the caller."],
  ["machine_NOT_FOUND", "The referenced machine does not exist or is not visible to the caller."],
  ["notfound", "Notfound."],
  ["error", "Error."],
  ["urn:problem:", "Problem."],
  ["https://example.com/problems#machine-gone", "Machine gone."],
  ["xurn:gone", "Xurn gone."],
  ["mailto:gone", "Mailto gone."],
  ["://", "No description."],
  ["URN:gone", "Gone."],
  ["h2+x.y-z://a/b", "B."],
  ["parseURLFailed", "The parse URL operation failed."],
  ["error2Fast", "Error2 fast."],
  ["größe_ungültig", "Größe ungültig."],
  ["aBC", "A BC."],
  ["aB", "A b."],
])("says something sensible of %s, too", (code, description) => {
  expect(describeCode(code)).toBe(description);
});
