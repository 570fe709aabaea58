import { remember } from "../../contract/memo.js";
import { inEnglish } from "./tongues.js";

/** `errorCode`, `error-code`, `errorcode`, `errorCd`, `ErrorCode`, `error_code` and `codigoErro` are one name; `APIError` is `api_error`. */
export function normalName(name: string): string {
  if (known.size >= mostKnown) known.clear();
  return remember(known, name, () => normalize(name));
}

/** Documents say the same names over and over, and every code is asked about several times. */
const known = new Map<string, string>();
const mostKnown = 50_000;

function normalize(name: string): string {
  const words = (/^[\0-\x7f]*$/.test(name) ? name : name.normalize("NFD").replace(/\p{M}/gu, ""))
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z]{2})/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase()
    .replace(/([a-z]{2})(codes?|kode)$/, "$1_$2")
    .replace(/(^|_)cd$/, "$1code");
  return inEnglish(words).replace(/(^|_)code(?:_(?:of|de|di|do|del))?_error$/, "$1error_code");
}

const containers =
  /^(errors?|err|faults?|problems?|issues?|details?|violations?|exceptions?|failures?|causes?|innererrors?|data|body|content|response|result|results|items?|entries|messages?|meta|header|extensions?|root_causes?|reasons?|warnings?|fields?|validation|payload|status|return|envelope|embedded|coding|attributes|parameters?|additional_(data|info))$/;

/** Names of properties that hold an error, or lists of errors. */
export function isContainer(name: string): boolean {
  const normal = normalName(name);
  return containers.test(normal) || /_(errors?|problems?|faults?|exceptions?|messages)$/.test(normal);
}

/** Names that say that what they hold is an error, and nothing else. */
export function isErrorish(name: string): boolean {
  return /(^|_)(errors?|err|errs|problems?|faults?|exceptions?|failures?|issues?|violations?|causes?|details?)(_|$|\d)/.test(
    normalName(name),
  );
}

/** `Error`, `ErrorResponse`, `ApiErrorDetail`, `Problem`: names of the error itself, not of a thing with errors. */
export function isErrorSchemaName(name: string): boolean {
  return /(^|_)(errors?|problems?|faults?|exceptions?)(_(response|responses|body|object|info|detail|details|item|model|dto|schema|payload|message|data|envelope|result|base|v?\d+))*$/.test(
    normalName(name),
  );
}

/** `ErrorCode`, `V2ErrorsEnum`: names of a list of codes. */
export function isCodeListName(name: string): boolean {
  return /(^|_)(error|err|problem|fault|exception)s?_?(code|type|reason|name|id|enum)s?(_?(enum|list|type|v?\d+))?$/.test(
    normalName(name),
  );
}
