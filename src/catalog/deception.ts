/**
 * Control and format characters (bidirectional marks, zero width), spaces other than the plain one, lone surrogates,
 * and fillers: what a reader of a code does not see. Unicode Technical Standard 39, section 3.
 */
const unseen =
  /[\p{C}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0]|^ | $/u;

/** Cyrillic and Greek letters, and the Latin ones that they look like (confusables.txt of Unicode). */
const alike = new Map(
  Object.entries({
    a: "\u0430\u03b1",
    b: "\u044c",
    c: "\u0441\u03f2",
    d: "\u0501",
    e: "\u0435",
    h: "\u04bb",
    i: "\u0456\u03b9",
    j: "\u0458\u03f3",
    k: "\u043a\u03ba",
    l: "\u04cf",
    m: "\u043c",
    n: "\u0578",
    o: "\u043e\u03bf",
    p: "\u0440\u03c1",
    q: "\u051b",
    s: "\u0455",
    t: "\u0442\u03c4",
    u: "\u057d\u03c5",
    v: "\u0475\u03bd",
    w: "\u051d",
    x: "\u0445\u03c7",
    y: "\u0443\u03b3",
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/** How a code looks: compatible forms unified, letters of other scripts as the Latin ones that they look like. */
function look(code: string): string {
  return latin(latin(code).normalize("NFKC"));
}

function latin(text: string): string {
  return [...text.toLowerCase()].map((letter) => alike.get(letter) ?? letter).join("");
}

/** Why each of the codes that do not look like what they are is not; codes that look alike but for their case are left to the rules. */
export function deceptions(codes: readonly string[]): ReadonlyMap<string, string> {
  const plain = new Map<string, string>();
  for (const code of codes) if (/^[\x20-\x7e]*$/.test(code)) plain.set(code.toLowerCase(), code);
  const found = new Map<string, string>();
  for (const code of codes) {
    const hidden = unseen.exec(code);
    if (hidden !== null) {
      const point = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      found.set(code, `holds U+${point}, which nobody sees`);
      continue;
    }
    if (/^[\x20-\x7e]*$/.test(code)) continue;
    const looks = look(code);
    const twin = plain.get(looks);
    if (twin !== undefined) found.set(code, `looks like \`${twin}\` and is another code`);
    else if (/^[\x21-\x7e]+$/.test(looks) && /[a-z]/i.test(code)) {
      found.set(code, "mixes letters of several scripts that look alike");
    }
  }
  return found;
}
