import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { createFileSource } from "../../src/host/files.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";

const corpus = resolve(process.env.ERRLOCK_CORPUS ?? "../shared/corpus");
const index = join(corpus, "catalogs.json");
const present = existsSync(index);

/** What an independent, heuristic extractor found. */
interface Reference {
  readonly repo: string;
  readonly path: string;
  readonly codes: readonly string[];
}

/** Where we differ from it, after reading the spec: who is right, and why. */
interface Resolved {
  readonly missing?: readonly string[];
  readonly extra?: readonly string[];
  readonly because: string;
}

const differences: Readonly<Record<string, Resolved>> = {
  "adcontextprotocol/adcp static/openapi/registry.yaml": {
    extra: [
      "cursor_expired",
      "specialism_parent_protocol_missing",
      "unknown_specialism",
      "unsupported_adcp_version",
    ],
    because:
      "the 410 of the feed has `error: enum [cursor_expired]` beside its message, and a 422 has `error_kind` with three identifiers: both are declared in error bodies, under names that the reference does not look at",
  },
  "plaid/plaid-openapi 2020-09-14.yml": {
    missing: [
      "ACCESS_NOT_GRANTED",
      "COUNTRY_NOT_SUPPORTED",
      "INSTITUTION_DOWN",
      "INSTITUTION_NOT_RESPONDING",
      "INSTITUTION_NO_LONGER_SUPPORTED",
      "INSUFFICIENT_CREDENTIALS",
      "INTERNAL_SERVER_ERROR",
      "INVALID_CREDENTIALS",
      "INVALID_MFA",
      "INVALID_SEND_METHOD",
      "ITEM_LOCKED",
      "ITEM_LOGIN_REQUIRED",
      "ITEM_NOT_SUPPORTED",
      "MFA_NOT_SUPPORTED",
      "NO_ACCOUNTS",
      "USER_SETUP_REQUIRED",
    ],
    because:
      "CreditBankIncomeErrorType stands in CreditBankIncomeCause, a warning inside of the 200 response of /credit/bank_income/get: no error response reaches it",
  },
  "ShipEngine/shipengine-openapi openapi.yaml": {
    missing: ["account_status", "business_rules", "integrations", "security", "system", "validation"],
    because: "they are values of `error_type`, the category beside the enumerated `error_code`",
  },
};

/** Names of the catalogs, where they are not one called `code`; main first. */
const names: Readonly<Record<string, readonly string[]>> = {
  "adcontextprotocol/adcp static/openapi/registry.yaml": ["code", "error", "reason", "error_kind"],
  "plaid/plaid-openapi 2020-09-14.yml": ["error_type", "error"],
  "ShipEngine/shipengine-openapi openapi.yaml": ["errors[].error_code"],
  "XeroAPI/Xero-OpenAPI xero_bankfeeds.yaml": ["type"],
  "XeroAPI/Xero-OpenAPI xero-finance.yaml": ["type"],
  "fireblocks/fireblocks-openapi-spec api-spec-v2.yaml": ["error.type", "error.errorCode"],
  "paypal/paypal-rest-api-specifications openapi/billing_subscriptions_v1.json": ["details[].issue"],
  "hyperledger-labs/open-enterprise-agent cloud-agent/service/api/http/cloud-agent-openapi-spec.yaml": [
    "error",
  ],
};

/** No schema of these declares codes; meilisearch shows some in examples. */
const withoutCodes = ["meilisearch", "e2b-dev", "ory", "hatchet-dev", "discord"];

const references: readonly Reference[] = present ? JSON.parse(readFileSync(index, "utf8")) : [];

async function extractFrom(folder: string, file: string) {
  const spec = await loadSpec(createFileSource(folder), file, defaultLimits);
  return extract(spec, { place: null, setting: null });
}

describe.skipIf(!present)(`specs of the corpus (skipped where ${index} is absent)`, () => {
  test.each(references.map((one) => [`${one.repo} ${one.path}`, one] as const))(
    "%s has its true codes",
    async (key, one) => {
      const { contract } = await extractFrom(join(corpus, "specs", one.repo.replace("/", "__")), one.path);
      const normative = contract.catalogs.filter((catalog) => catalog.normative);
      const found = new Set(normative.flatMap(({ codes }) => codes.map(({ code }) => code)));
      const theirs = new Set(one.codes);
      const { missing = [], extra = [] } = differences[key] ?? {};
      expect([...theirs].filter((code) => !found.has(code)).sort()).toEqual(missing);
      expect([...found].filter((code) => !theirs.has(code)).sort()).toEqual(extra);
      const none = withoutCodes.some((owner) => one.repo.startsWith(`${owner}/`));
      expect(normative.map(({ name }) => name)).toEqual(none ? [] : (names[key] ?? ["code"]));
    },
  );

  test("Square's codes are known by name only, since none of its 316 operations declares an error", async () => {
    const { contract } = await extractFrom(
      join(corpus, "specs/square__connect-api-specification"),
      "api.json",
    );
    const [catalog] = contract.catalogs;
    expect([catalog?.linked, catalog?.codes.length, contract.operations?.length]).toEqual(["name", 153, 316]);
    expect(catalog?.codes.every(({ description }) => description !== null)).toBe(true);
  });

  test("meilisearch's codes stand in examples alone", async () => {
    const { contract } = await extractFrom(
      join(corpus, "specs/meilisearch__specifications"),
      "open-api.yaml",
    );
    expect(contract.catalogs.map(({ name, normative, codes }) => [name, normative, codes.length])).toEqual([
      ["code", false, 6],
    ]);
  });

  test("CAMARA's codes come with the statuses whose responses narrow them", async () => {
    const { contract } = await extractFrom(
      join(corpus, "specs/camaraproject__SimSwap"),
      "code/API_definitions/sim-swap.yaml",
    );
    const statuses = Object.fromEntries(
      contract.catalogs[0]?.codes.map(({ code, statuses: all }) => [code, all]) ?? [],
    );
    expect(statuses).toMatchObject({
      NOT_FOUND: ["404"],
      SERVICE_NOT_APPLICABLE: ["422"],
      UNAUTHENTICATED: ["401"],
    });
  });

  test("GitHub's 13 MB hold codes of validation errors, in two places", async () => {
    const { contract } = await extractFrom(join(corpus, "large"), "github.json");
    expect(contract.catalogs.map(({ name, codes }) => [name, codes.length])).toEqual([
      ["errors[].code", 6],
      ["validation_errors.*.errors[].code", 8],
    ]);
  });
});
