import fc from "../support/fast-check.js";

/** What someone may write into a spec to have it act on a page. */
const nasty = [
  "<script>window.hacked=1</script>",
  "</script><img src=x onerror=window.hacked=1>",
  '" onmouseover="window.hacked=1',
  "'><svg onload=window.hacked=1>",
  "</code></li></main>",
  "<!--",
  "{alert(1)}",
  "$" + "{1}",
  "`a`",
  "``",
  "|",
  "\\|",
  "\\",
  "](javascript:window.hacked=1)",
  "[x](https://evil.example)",
  "https://evil.example/?q=1",
  "www.evil.example",
  "mallory@evil.example",
  "@everyone",
  ":tada:",
  "**bold** _em_ ~~gone~~",
  "# heading",
  "- item",
  "1. item",
  "+ x",
  "---",
  "&lt;b&gt; &amp; &#60;",
  "\n\n# heading",
  "\r\n",
  "\t",
  "  two  spaces  ",
  "\u202egnp.exe",
  "\u200b",
  "\u0000",
  "\ud800",
  "x".repeat(3000),
  "##[error]::set-output",
  "import x from 'y'",
  "export default 1",
];

/** Hostile strings, alone and joined, and any others. */
export const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...nasty), { maxLength: 4 }).map((parts) => parts.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(..."`|\\<>&{}[]()*_~$!#@:./-+= \n1ax") }),
  },
);
