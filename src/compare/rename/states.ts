/** Words that say what is wrong with a thing, or in which state it is; what the thing is, they do not say. */
export const states: ReadonlySet<string> = new Set(
  `not no found exist exists unknown missing required absent invalid malformed incorrect wrong illegal bad expired revoked
  cancelled canceled declined rejected refused denied forbidden blocked banned suspended locked deleted removed gone
  disabled inactive deactivated pending incomplete processing ready failed failure error unavailable unsupported supported
  available exceeded reached exhausted timeout conflict duplicate duplicated taken used mismatch empty blank closed
  cancelable unauthorized unauthenticated unverified verified insufficient ambiguous stale outdated overdue unpaid paid
  refunded archived published frozen limited throttled interrupted aborted corrupted weak unreachable unresolved`.split(
    /\s+/,
  ),
);

/** Words that names of codes have whatever they name. */
export const fillers: ReadonlySet<string> = new Set(
  "a an the is be of to for in on by with at and or too many much error err code type request value".split(
    " ",
  ),
);

/** Words that say no more than that this is an error of a service: with or without them, the name is the same. */
export const labels: ReadonlySet<string> = new Set(
  "error err exception code api service resource generic".split(" "),
);
