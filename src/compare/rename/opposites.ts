/** Words that exclude each other in names of errors. Each line: one side, the other side. */
// Stryker disable StringLiteral,ArrayDeclaration: words are data, tests hold what is done with them
const pairs: readonly (readonly [string, string])[] = [
  ["enabled enable enabling", "disabled disable disabling"],
  ["min minimum lowest least", "max maximum highest most"],
  ["long longer", "short shorter"],
  ["big large larger high higher above over upper greater", "small smaller low lower below under less"],
  ["many much", "few little"],
  ["early earlier before past", "late later after future"],
  ["start begin from started open opened opening", "end finish to ended close closed closing"],
  ["first initial", "last final"],
  ["previous prior", "next"],
  ["old", "new"],
  ["internal inner inside inbound incoming input", "external outer outside outbound outgoing output"],
  ["source origin sender payer debtor buyer", "target destination receiver recipient payee creditor seller"],
  [
    "upload import push put write insert attach add create",
    "download export pull get read delete detach remove destroy",
  ],
  ["increase increment raise", "decrease decrement reduce"],
  ["include included", "exclude excluded"],
  ["debit withdrawal", "credit deposit"],
  ["public", "private"],
  ["primary", "secondary"],
  ["parent", "child"],
  ["sync synchronous", "async asynchronous"],
  ["active activated", "inactive deactivated suspended"],
  ["locked lock", "unlocked unlock"],
  ["online", "offline"],
  ["allowed permitted allow", "denied forbidden deny prohibited"],
  ["accepted approved accept approve", "rejected declined reject decline"],
  ["success succeeded", "failure failed"],
  ["present exists exist existing", "absent missing"],
  ["can", "cannot cant"],
  ["is", "isnt"],
  ["was", "wasnt"],
  ["does", "doesnt"],
  ["do", "dont"],
  ["valid", "invalid"],
  ["known", "unknown"],
  ["full", "empty"],
  ["same equal", "different"],
  ["read", "write"],
  ["client", "server"],
  ["request", "response"],
  ["encryption encrypt encrypted", "decryption decrypt decrypted"],
  ["ascending asc", "descending desc"],
  ["left", "right"],
  ["positive", "negative"],
  ["home", "away"],
  ["front", "back"],
  ["up", "down"],
  ["on", "off"],
  ["true", "false"],
  ["hour hourly", "day daily"],
  ["day daily", "week weekly"],
  ["day daily", "month monthly"],
  ["week weekly", "month monthly"],
  ["month monthly", "year yearly annual"],
  ["username", "password"],
  ["user", "admin"],
  ["http", "https"],
  ["email mail", "phone sms"],
];
// Stryker restore all

/** A word to all words that exclude it. */
export const opposites: ReadonlyMap<string, ReadonlySet<string>> = bothWays(pairs);

function bothWays(lines: typeof pairs): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  const put = (word: string, others: readonly string[]) => {
    const known = map.get(word) ?? new Set<string>();
    for (const other of others) known.add(other);
    map.set(word, known);
  };
  for (const [left, right] of lines) {
    const [one, other] = [left.split(" "), right.split(" ")];
    for (const word of one) put(word, other);
    for (const word of other) put(word, one);
  }
  return map;
}
