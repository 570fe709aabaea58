/** A key of a Responses Object: a number, a range such as `4XX`, or `default`. */
export type Status = string;

export function isSuccess(status: Status): boolean {
  return /^2(\d\d|xx)$/i.test(status);
}

/** HTTP forbids a body for 1xx and 304 (RFC 9110, sections 15.2 and 15.4.5), and in answers to HEAD (9.3.2). */
export function mayHaveBody(status: Status, method: string): boolean {
  return method !== "head" && !/^1(\d\d|xx)$/i.test(status) && status !== "304";
}

/** Tells whether a status fits any of these patterns: `404`, `4XX` (also as `4xx`) or `default`. */
export function fitting(patterns: Iterable<string>): (status: Status) => boolean {
  const wanted = new Set([...patterns].map((pattern) => pattern.toLowerCase()));
  return (status) => {
    const actual = status.toLowerCase();
    return wanted.has(actual) || (/^[1-5]\d\d$/.test(actual) && wanted.has(`${actual[0]}xx`));
  };
}

/** Items in words, as far as a message shows them. */
export function named(items: readonly string[], between: string): string {
  const text = items.slice(0, LONGEST).join(between);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Messages are cut before they have as many characters. */
const LONGEST = 1000;

/**
 * Tells whether any of these statuses agrees with one: a range fits its statuses either way, and `default` stands for
 * any.
 */
export function agreement(statuses: Iterable<Status>): (status: Status) => boolean {
  const all = new Set(statuses);
  const known = new Set([...all].map((status) => status.toLowerCase()));
  const hundreds = new Set([...known].filter((status) => /^\d\d\d$/.test(status)).map(([first]) => first));
  return (status) => {
    const wanted = status.toLowerCase();
    const [first] = wanted;
    if (all.has("default") || status === "default" || known.has(wanted)) return true;
    return /^[1-5]xx$/.test(wanted)
      ? hundreds.has(first)
      : /^[1-5]\d\d$/.test(wanted) && known.has(`${first}xx`);
  };
}

const reasons = [
  "badrequest|unauthorized|unauthenticated|paymentrequired|forbidden|notfound|methodnotallowed|notacceptable",
  "proxyauthenticationrequired|requesttimeout|conflict|gone|lengthrequired|preconditionfailed",
  "contenttoolarge|payloadtoolarge|requestentitytoolarge|uritoolong|unsupportedmediatype|rangenotsatisfiable",
  "expectationfailed|misdirectedrequest|unprocessable(content|entity)|locked|faileddependency|tooearly",
  "upgraderequired|preconditionrequired|toomanyrequests|ratelimit(ed|exceeded)?",
  "requestheaderfieldstoolarge|unavailableforlegalreasons|internal(server)?error|notimplemented|badgateway",
  "serviceunavailable|gatewaytimeout|httpversionnotsupported|insufficientstorage|loopdetected",
].join("|");
const spoken = new RegExp(
  `^(${reasons})(response|error)?$|error|problem|failure|^(http|status)?[345](\\d\\d|xx)`,
);

/** Does the name of a shared response that nothing uses say that it is one for errors (`NotFound`, `404`)? */
export function soundsLikeError(name: string): boolean {
  return spoken.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
}
