import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Ref {
  readonly $ref?: string;
}
interface ErrorResponse {
  readonly headers?: Readonly<Record<string, Ref>>;
  readonly content: Readonly<Record<string, { schema: Ref; examples: Readonly<Record<string, Example>> }>>;
}
interface Example {
  readonly value: { readonly code: string };
}
interface Operation {
  readonly security: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, Ref>>;
}
interface CodeFacts {
  readonly group: string;
  readonly statuses: readonly string[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, ErrorResponse>>;
    readonly schemas: {
      readonly ErrorResponse: {
        readonly required: readonly string[];
        readonly properties: Record<string, Ref>;
      };
      readonly ErrorCode: {
        readonly enum: readonly string[];
        readonly "x-error-codes": Readonly<Record<string, CodeFacts>>;
      };
    };
  };
}

const { paths, components }: Document = parse(
  readFileSync(new URL("../../specs/openapi.yaml", import.meta.url), "utf8"),
);
const { ErrorCode, ErrorResponse } = components.schemas;
const facts = ErrorCode["x-error-codes"];

const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([key]) => /^(get|put|post|delete|options|head|patch|trace|query)$/.test(key))
    .map(([method, operation]) => ({ ...operation, path, name: `${method.toUpperCase()} ${path}` })),
);

/** Every non-2xx response that an operation declares. */
const errors = operations.flatMap(({ name, responses }) =>
  Object.entries(responses)
    .filter(([status]) => !status.startsWith("2"))
    .map(([status, { $ref = "" }]) => {
      const component = $ref.replace(/^#\/components\/responses\//, "");
      return { at: `${name} ${status}`, status, $ref, component, response: components.responses[component] };
    }),
);

const declared = new Set(errors.map(({ status }) => status));

/** The names of the operations that meet the condition and declare none of the statuses. */
const lacking = (statuses: RegExp, condition: (operation: (typeof operations)[number]) => boolean) =>
  operations
    .filter(condition)
    .filter(({ responses }) => !Object.keys(responses).some((status) => statuses.test(status)))
    .map(({ name }) => name);

/** The catalog page, in its order. */
const catalog: Readonly<Record<string, string>> = {
  "Authentication And Accounts": `unauthorized auth_failed auth_locked auth_proxy_error auth_proxy_unavailable
    invalid_auth_redirect invalid_oauth_provider captcha_required captcha_failed captcha_unavailable disposable_email
    signup_rate_limited oauth_rate_limited email_action_rate_limited email_not_verified account_deleted
    operator_required account_not_found account_not_soft_deleted account_hard_delete_active_resources`,
  "Sandboxes And Scheduling": `sandbox_not_found sandbox_not_ready capacity_exceeded no_eligible_runtime_host
    same_host_required transition_in_progress transition_conflict`,
  Snapshots: "snapshot_not_found snapshot_in_use incompatible_snapshot rebuild_required",
  "Templates And Builds":
    "template_not_found template_build_not_found template_name_claim_not_found build_error",
  "Agent Deployments": `agent_deployment_not_found agent_deployment_version_not_found agent_run_not_found
    agent_service_instance_not_found agent_deployment_name_conflict agent_deployment_idempotency_mismatch
    agent_deployment_invalid_config agent_deployment_invalid_state`,
  Volumes: `volume_beta_restriction volume_invalid_mount_path volume_overlapping_mounts
    volume_backend_capability_unsupported volume_quota_exceeded volume_mount_credential_issue_failed
    volume_backend_unavailable volume_stale_revision volume_busy volume_read_only volume_limit_exceeded`,
  "Execution And Files": "file_upload_error exec_timeout exec_failed file_error",
  "Quotas And Rate Limits": "QUOTA_EXCEEDED rate_limit_exceeded",
  General: "invalid_request database_error not_implemented feature_unavailable internal_error",
};
const rows = Object.entries(catalog).flatMap(([group, codes]) =>
  codes.split(/\s+/).map((code) => [code, group] as const),
);

test("the API has at least 84 operations, all under /v1/", () => {
  expect(operations.length).toBeGreaterThanOrEqual(84);
  expect(operations.filter(({ path }) => !path.startsWith("/v1/"))).toEqual([]);
});

test("every non-2xx response goes through components/responses to ErrorResponse", () => {
  expect(errors.filter(({ $ref, component }) => $ref !== `#/components/responses/${component}`)).toEqual([]);
  const others = errors.filter(({ response }) => {
    const media = Object.entries(response?.content ?? {});
    const [[type, body] = []] = media;
    return (
      media.length !== 1 ||
      type !== "application/json" ||
      body?.schema.$ref !== "#/components/schemas/ErrorResponse"
    );
  });
  expect(others.map(({ at }) => at)).toEqual([]);
});

test("the error body requires a message and a code of the catalog, and has three optional strings", () => {
  expect(ErrorResponse.required).toEqual(["error", "code"]);
  expect(Object.keys(ErrorResponse.properties)).toEqual([
    "error",
    "code",
    "error_detail",
    "request_id",
    "build_id",
  ]);
  expect(ErrorResponse.properties.code).toEqual({ $ref: "#/components/schemas/ErrorCode" });
});

test("the catalog has the 65 codes of its page, in the order of the page", () => {
  expect(ErrorCode.enum).toEqual(rows.map(([code]) => code));
  expect(ErrorCode.enum).toHaveLength(65);
});

test("x-error-codes covers exactly the enum, in the 9 groups of the page", () => {
  expect(Object.entries(facts).map(([code, { group }]) => [code, group])).toEqual(rows);
  expect(new Set(Object.values(facts).map(({ group }) => group)).size).toBe(9);
});

test("every status of a code is declared by an operation, and every declared status has a code", () => {
  const listed = new Set(Object.values(facts).flatMap(({ statuses }) => statuses));
  expect([...listed].sort()).toEqual([...declared].filter((status) => status !== "default").sort());
  expect(Object.keys(facts).filter((code) => facts[code]?.statuses.length === 0)).toEqual([]);
});

test("every code in an example belongs to the catalog and comes with the status, and every code has one", () => {
  const shown = errors.flatMap(({ at, status, response }) =>
    Object.values(response?.content ?? {}).flatMap(({ examples }) =>
      Object.values(examples).map(({ value }) => ({ at, status, code: value.code })),
    ),
  );
  const wrong = shown.filter(
    ({ status, code }) =>
      facts[code] === undefined || !(status === "default" || facts[code].statuses.includes(status)),
  );
  expect(wrong).toEqual([]);
  const seen = new Set(shown.map(({ status, code }) => `${code} ${status}`));
  const unseen = Object.entries(facts).flatMap(([code, { statuses }]) =>
    statuses.map((status) => `${code} ${status}`).filter((pair) => !seen.has(pair)),
  );
  expect(unseen).toEqual([]);
});

test("responses with 429 and 503 say when to try again", () => {
  const silent = errors.filter(
    ({ status, response }) =>
      /^(429|503)$/.test(status) &&
      response?.headers?.["Retry-After"]?.$ref !== "#/components/headers/RetryAfter",
  );
  expect(silent.map(({ at }) => at)).toEqual([]);
});

test("operations that need credentials declare 401", () => {
  expect(lacking(/^401$/, ({ security }) => security.length > 0)).toEqual([]);
});

test("operations with path parameters declare 404", () => {
  expect(lacking(/^404$/, ({ path }) => path.includes("{"))).toEqual([]);
});

test("operations with a body declare 400 or 422", () => {
  expect(lacking(/^(400|422)$/, ({ requestBody }) => requestBody !== undefined)).toEqual([]);
});

test("all operations declare a 5xx or default", () => {
  expect(lacking(/^(5\d\d|default)$/, () => true)).toEqual([]);
});
