import { normalName } from "./names.js";

/** Of names of a status. */
export const statusRank = 2;

/** How much the name of a property says that it holds error codes; the first row that fits counts. */
const ranks: readonly (readonly [RegExp, number])[] = [
  // Named like a code, and another thing.
  [/^(http_?)?status_?(code|text|message)?s?$|^http_code$/, statusRank],
  // The code of an error in two parts: the code itself, and its category.
  [/(^|_)(error|err|problem|fault|exception)_code_(details?|value|name)$/, 9],
  [/(^|_)(error|err|problem|fault|exception)_code_(category|type|class|group)$/, 6],
  [
    /(^|_)(country|currency|postal|post|zip|language|locale|decline|region|area|dial|phone|product|coupon|promo|discount|tax|bank|airport|auth|verification|state|status|avs|cvv|cvc|processor|network|qr|bar|color|access|referral|authorization)_codes?$/,
    0,
  ],
  [
    /(^|_)(state|status|category|severity|level|field|fields|location|in|source|object|resource|resource_type|currency|country|locale|method|scope|unit|role|action|event)$/,
    0,
  ],
  [
    /^((error|err|errors|problem|fault|exception|api|app|application|service|internal|business|machine|string|short|symbolic|vendor|custom|sub|minor|major)_)*(code|codes|errorcode|errcode|subcode|errno)$/,
    10,
  ],
  [
    /(^|_)(error|err|problem|fault|exception|violation)_(code|key|id|name|identifier|constant|slug|enum|token|tag|label|no|number|symbol)s?$/,
    9,
  ],
  [/^(reason|message|msg|result|response|issue|validation|constraint)_codes?$/, 8],
  [/^issues?$/, 8],
  // RFC 7644, section 3.12.
  [/^scim_type$/, 8],
  [/^(error|err|errors)$/, 7],
  [/^(message|msg|reason)_(key|id|identifier|name|tag)$/, 6],
  [/(^|_)(error|problem|exception|fault|violation)_(type|types|kind|reason|class|status)$/, 6],
  [/^(type|reason|name|cause)$/, 5],
  // Of a payment or a job as well as of a request.
  [/(^|_)failure_(codes?|reason)$/, 2],
  [/_codes?$/, 4],
  [
    /^(kind|key|slug|id|tag|identifier|title|rule|constraint|keyword|details?|exception|fault|problem|violation|messages?|reasons)$/,
    3,
  ],
];

/** A name that says nothing either way. */
export const mutedRank = 1;

/** From 10 (`code`) to 1 (a name that says nothing) and 0 (one that says something else). */
export function rankOf(property: string): number {
  const name = normalName(property);
  return ranks.find(([pattern]) => pattern.test(name))?.[1] ?? mutedRank;
}

/** From here on the name alone is enough, if nothing speaks against it. */
export const strongRank = 8;
