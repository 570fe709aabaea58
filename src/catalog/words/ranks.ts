import { normalName } from "./names.js";

/** How much the name of a property says that it holds error codes; the first row that fits counts. */
const ranks: readonly (readonly [RegExp, number])[] = [
  // Named like a code, and another thing.
  [/^(http_?)?status_?(code|text|message)?s?$|^http_?(code|status)$/, 2],
  [
    /(^|_)(country|currency|postal|zip|language|locale|decline|region|area|dial|phone|product|coupon|promo|discount|tax|bank|airport|auth|verification|state|status|failure|return|avs|cvv|cvc|processor|network|qr|bar|color|access|referral|authorization)_codes?$/,
    0,
  ],
  [
    /(^|_)(state|status|category|severity|level|field|fields|location|in|source|object|resource|resource_type|currency|country|locale|method|failure_reason|scope|unit|role|action|event)$/,
    0,
  ],
  [
    /^((error|err|errors|problem|fault|exception|api|app|application|service|internal|business|machine|string|short|symbolic|vendor|custom|sub|minor|major)_)*(code|codes|errorcode|errcode|subcode|errno)$/,
    10,
  ],
  [
    /(^|_)(error|err|problem|fault|exception|violation)_(code|key|id|name|identifier|constant|slug|enum|token|no|number|symbol)s?$/,
    9,
  ],
  [/^(reason|message|msg|result|response|issue|validation|constraint)_codes?$/, 8],
  [/^issues?$/, 8],
  [/^(error|err|errors)$/, 7],
  [/(^|_)(error|problem|exception|fault|violation)_(type|types|kind|reason|class)$/, 6],
  [/^(type|reason|name)$/, 5],
  [/_codes?$/, 4],
  [
    /^(kind|key|slug|id|tag|identifier|title|rule|constraint|keyword|message|details?|exception|fault|problem|violation|messages?|reasons)$/,
    3,
  ],
];

/** From 10 (`code`) to 0 (a name that says something else, or nothing). */
export function rankOf(property: string): number {
  const name = normalName(property);
  return ranks.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}

/** From here on the name alone is enough, if nothing speaks against it. */
export const strongRank = 8;
