import { errorCodeDescribed } from "./error-code-described.js";
import { errorCodeEnumerated } from "./error-code-enumerated.js";
import { errorCodeFormat } from "./error-code-format.js";
import { errorCodeGrouped } from "./error-code-grouped.js";
import { errorCodeStatus } from "./error-code-status.js";
import { errorCodeUnique } from "./error-code-unique.js";
import { errorExampleValid } from "./error-example-valid.js";
import { errorFieldScope } from "./error-field-scope.js";
import { errorResponseCoverage } from "./error-response-coverage.js";
import { errorResponseMediaType } from "./error-response-media-type.js";
import { errorResponseRequired } from "./error-response-required.js";
import { errorResponseRetryAfter } from "./error-response-retry-after.js";
import { errorResponseShape } from "./error-response-shape.js";
import type { Rule } from "./rule.js";

/** Every rule of the ruleset, by id. */
export const rules: readonly Rule[] = [
  errorCodeDescribed,
  errorCodeEnumerated,
  errorCodeFormat,
  errorCodeGrouped,
  errorCodeStatus,
  errorCodeUnique,
  errorExampleValid,
  errorFieldScope,
  errorResponseCoverage,
  errorResponseMediaType,
  errorResponseRequired,
  errorResponseRetryAfter,
  errorResponseShape,
];
