import { describe, expect, it } from "vitest";
import { compilePattern } from "../../rules/pattern/pattern.js";

const texts = [
  "",
  "a",
  "b",
  "ab",
  "ba",
  "aa",
  "aaa",
  "aaaa",
  "abab",
  "-",
  "]",
  "^",
  "$",
  "\\",
  "_",
  "5",
  " ",
  "\t",
  "\n",
  "\r",
  "\f",
  "\v",
  ".",
  "*",
  "?",
  "{",
  "}",
  "a{",
  "a{1",
  "a{12345}",
  "(",
  "|",
  "é",
  "😀",
  "A1_b",
  "E0001",
  "E001",
  "abc-def",
  "a\nb",
  "n",
  "d",
  "z",
  "aaaaaaaaaaaa",
];

describe("a pattern", () => {
  it.each([
    [""],
    ["a"],
    ["^a"],
    ["a$"],
    ["^a$"],
    ["^$"],
    ["a^"],
    ["$a"],
    ["ab|ba"],
    ["^(ab|b)$"],
    ["^(?:ab|b)$"],
    ["^(a|)$"],
    ["^(ab)+$"],
    ["^(a(b))*$"],
    ["^a*$"],
    ["^a+$"],
    ["^ab?$"],
    ["^a*?$"],
    ["^a+?b?$"],
    ["^a{2}$"],
    ["^a{2,}$"],
    ["^a{1,3}$"],
    ["^a{0,2}$"],
    ["^a{0}$"],
    ["^a{0,0}b$"],
    ["^(a{2}){2}$"],
    ["^.$"],
    ["^[ab]$"],
    ["^[^ab]$"],
    ["^[a-z]+$"],
    ["^[^a-z]$"],
    ["^[A-Za-z0-9_]+$"],
    ["^[a-]$"],
    ["^[-a]$"],
    ["^[a-a]$"],
    ["^[]$"],
    ["^[^]$"],
    ["^[\\]\\^]$"],
    ["^[\\d_]$"],
    ["^[a^]$"],
    ["^[\\n-]$"],
    ["^[.]$"],
    ["^\\d$"],
    ["^\\D$"],
    ["^\\w$"],
    ["^\\W$"],
    ["^\\s$"],
    ["^\\S$"],
    ["^\\n$"],
    ["^\\r$"],
    ["^\\t$"],
    ["^\\f$"],
    ["^\\v$"],
    ["^\\.$"],
    ["^\\*$"],
    ["^\\\\$"],
    ["^\\$$"],
    ["^\\_$"],
    ["^\\^$"],
    ["^a\\{$"],
    ["^E[0-9]{4}$"],
    ["^}$"],
    ["^]$"],
    ["^a{12}$"],
    ["^é$"],
    ["^[😀]$"],
    ["^😀$"],
    ["^(a|b)(a|b)$"],
    ["(ab){2}"],
    ["^(a+)+$"],
    ["^(a*)*$"],
    ["^[a-z]+(-[a-z]+)*$"],
  ])("%s matches what it matches in JavaScript", (source) => {
    const matches = compilePattern(source);
    const wanted = texts.filter((text) =>
      new RegExp(source, "u".repeat(/[é😀]/u.test(source) ? 1 : 0)).test(text),
    );
    const found = texts.filter((text) => matches(text));
    expect(found.filter((text) => text !== "😀")).toEqual(wanted.filter((text) => text !== "😀"));
  });

  it("takes a character beyond the basic plane for one", () => {
    expect(compilePattern("^.$")("😀")).toBe(true);
    expect(compilePattern("^[^a]$")("😀")).toBe(true);
    expect(compilePattern("^..$")("😀")).toBe(false);
  });

  it.each([
    ["a)", "it has a `)` too many"],
    ["(a", "it has a `(` without `)`"],
    ["(?=a)", "it has a group other than `(…)` and `(?:…)`"],
    ["(?<name>a)", "it has a group other than `(…)` and `(?:…)`"],
    ["[a", "it has a `[` without `]`"],
    ["[", "it has a `[` without `]`"],
    ["[b-a]", "it has a range that is out of order"],
    ["[A-\\d]", "it has a range that is out of order"],
    ["[a-\\d]", "it has a range that is out of order"],
    ["*a", "there is nothing to repeat before `*`"],
    ["+a", "there is nothing to repeat before `+`"],
    ["?a", "there is nothing to repeat before `?`"],
    ["{1}", "there is nothing to repeat before `{`"],
    ["a|*", "there is nothing to repeat before `*`"],
    ["a{", "there is nothing to repeat before `{`"],
    ["a{12345}", "there is nothing to repeat before `{`"],
    ["a{1,12345}", "there is nothing to repeat before `{`"],
    ["a{x1}", "there is nothing to repeat before `{`"],
    ["a{2,1}", "it has a repetition whose bounds are out of order"],
    ["(a)\\1", "it has `\\1`"],
    ["\\b", "it has `\\b`"],
    ["[\\b]", "it has `\\b`"],
    ["\\Z", "it has `\\Z`"],
    ["\\", "it ends too early"],
    ["[\\", "it ends too early"],
    ["[a-", "it ends too early"],
    ["a".repeat(1001), "it is longer than 1000 characters"],
    ["(a{100}){100}", "it repeats too much"],
  ])("%s is refused", (source, message) => {
    expect(() => compilePattern(source)).toThrow(new SyntaxError(message));
  });

  it("may have 1000 characters, and 5000 states", () => {
    expect(compilePattern("a".repeat(1000))("a")).toBe(false);
    // one state for the end, one for all alternatives, one for every `a`
    expect(compilePattern("a{4998}")("a")).toBe(false);
    expect(() => compilePattern("a{4999}")).toThrow(new SyntaxError("it repeats too much"));
  });

  it("may repeat nothing as often as it has 100,000 parts", () => {
    // one for all alternatives, one for their sequence, one for the outer repetition and one for each of its rounds
    expect(compilePattern("a{0}{5262}{19}")("a")).toBe(true);
    expect(() => compilePattern("a{0}{5263}{19}")).toThrow(new SyntaxError("it repeats too much"));
  });

  it("takes bounds of up to four digits", () => {
    expect(compilePattern("^(?:){0000,1001}a{0001,0002}$")("aa")).toBe(true);
    expect(compilePattern("^(?:){1000,}a{0002,}$")("a")).toBe(false);
  });

  it("that explodes elsewhere takes as long as its text is", () => {
    expect(compilePattern("^(a+)+$")(`${"a".repeat(200)}!`)).toBe(false);
    expect(compilePattern("^(a|a|aa)+$")(`${"a".repeat(100)}!`)).toBe(false);
  });
});
