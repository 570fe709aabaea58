import { normalName } from "./names.js";

const failures =
  /(^|_)(not|no|non|in(valid|correct|sufficient|active|complete|compatible|ternal|consistent|operable)|un(auth\w*|known|available|supported|expected|processable|reachable|verified|necessary|specified|permitted|recogni[sz]ed|readable|resolved)|err(or)?s?|fail(ed|ure|ures|s)?|denied|deny|forbidden|missing|exceed(ed|s)?|conflicts?|required|expired?|too|limit(ed|s|ations?)?|malfunctions?|already|time(d|out)|timeout|bad|duplicated?s?|mismatch(ed)?|malformed|illegal|reject(ed)?|revoked|blocked|locked|disabled|prohibited|restricted|empty|wrong|corrupt(ed)?|cannot|cant|unable|out|abort(ed)?|throttl(ed|ing)|quota|lost|violation|validation|authentication|authorization|permission|busy|broken|declined|disallowed|overload(ed)?|overflow|stale|gone|exhausted|interrupted|refused|problem|exception|fault|access|internal|server|must|only|immutable|ambiguous|precondition|offline|maintenance|deprecated|suspended|banned|rate|exists?|invalid\w*|insufficient\w*)(_|$)/;

const states =
  /^(pass|passed|passing|fail|failing|healthy|unhealthy|active|inactive|pending|complete|completed|processing|in_progress|queued|running|success|succeeded|successful|ok|open|opened|closed|created|updated|draft|published|archived|paused|cancell?ed|approved|accepted|new|enabled|ready|done|started|stopped|failed|failure|error|true|false|yes|no|up|down|partial|rejected|expired|declined|scheduled|shipped|delivered|settled|refunded|voided|authorized|captured)$/;

const generic =
  /^(error|errors|fail|failed|failure|problem|exception|fault|err|ko|nok|false|true|ok|success)$/;

const phrases: ReadonlySet<string> = new Set(
  `moved permanently|found|see other|not modified|temporary redirect|permanent redirect|bad request|unauthorized|
payment required|forbidden|not found|method not allowed|not acceptable|proxy authentication required|request timeout|
conflict|gone|length required|precondition failed|payload too large|content too large|request entity too large|
uri too long|unsupported media type|range not satisfiable|expectation failed|misdirected request|unprocessable entity|
unprocessable content|locked|failed dependency|too early|upgrade required|precondition required|too many requests|
request header fields too large|unavailable for legal reasons|internal server error|not implemented|bad gateway|
service unavailable|gateway timeout|http version not supported|insufficient storage|loop detected`
    .replace(/\n/g, "")
    .split("|"),
);

function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** Share of values that say that something went wrong. */
export function failureShare(values: readonly string[]): number {
  return share(values, (value) => failures.test(normalName(value)));
}

/** Share of values that name a state of a thing, as a payment or a job has it. */
export function stateShare(values: readonly string[]): number {
  return share(values, (value) => states.test(normalName(value)));
}

/** `type: error` says that it is an error, not which. */
export function isGeneric(values: readonly string[]): boolean {
  return values.every((value) => generic.test(normalName(value)));
}

/** All are reason phrases of HTTP as people write them (`Bad Request`), which repeat the status. */
export function areStatusTexts(values: readonly string[]): boolean {
  return values.every(
    (value) =>
      /^[A-Z][a-z]/.test(value) &&
      phrases.has(
        value
          .toLowerCase()
          .replace(/[^a-z]+/g, " ")
          .trim(),
      ),
  );
}

/** Most are reason phrases of HTTP in any spelling: `404 NOT_FOUND`, as frameworks list them all. */
export function nameStatuses(values: readonly string[]): boolean {
  const phraseOf = (value: string): string => normalName(value.replace(/^\d+/, "")).replaceAll("_", " ");
  return share(values, (value) => phrases.has(phraseOf(value))) > 0.5;
}

/** All are numbers that HTTP uses as statuses. */
export function areStatuses(values: readonly string[]): boolean {
  return values.every((value) => /^[1-5]\d\d$/.test(value));
}

/** All are abbreviations of two or three capitals: countries, currencies. */
export function areAbbreviations(values: readonly string[]): boolean {
  return values.length > 2 && values.every((value) => /^[A-Z]{2,3}$/.test(value));
}

/** Most are of several words with spaces between them. */
export function arePhrases(values: readonly string[]): boolean {
  return share(values, (value) => /\S\s+\S/.test(value)) > 0.5;
}

/** Whole sentences are messages. */
export function areSentences(values: readonly string[]): boolean {
  return (
    share(values, (value) => /[.!?]$/.test(value) || value.length > 100 || value.split(/\s+/).length > 6) >
    0.3
  );
}
