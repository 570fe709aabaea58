/** The page's style sheet. Colours keep a contrast of 4.5:1 on their grounds (WCAG 2.2, 1.4.3) in both themes. */
export const css = `
:root{--ground:#fff;--raised:#f6f7f9;--line:#d5d9e0;--ink:#1b1f27;--soft:#555e6d;--error:#b3131f;--warn:#825400;--info:#0b5cad;--good:#17692f;--mark:#ffe08a;--gone:#ffdcd7;--come:#cdf2d5;--kept:#8d97a6}
@media (prefers-color-scheme:dark){:root{--ground:#14171c;--raised:#1d2128;--line:#363d48;--ink:#e7eaef;--soft:#a5aebb;--error:#ff8a84;--warn:#f0b849;--info:#79b8ff;--good:#6fd58b;--mark:#66510a;--gone:#5c211f;--come:#174a28;--kept:#6d7787}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:64rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
code{overflow-wrap:anywhere}
header{border-inline-start:.4rem solid var(--error);padding-inline-start:1rem}
header.holds{border-color:var(--good)}
h1{margin:0;font-size:1.8rem;line-height:1.2}
header p{margin:.3rem 0 0}
.numbers{font-weight:600}
.run,.scope,.note,footer,.evidence{color:var(--soft)}
.filter{border:0;margin:1.2rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:1rem}
.filter legend{float:left;margin-inline-end:1rem;padding:0}
h2{margin:2.5rem 0 .2rem;font-size:1.3rem;overflow-wrap:anywhere}
.scope,.note{margin:.2rem 0}
article{margin:1rem 0;padding:1rem;background:var(--raised);border:1px solid var(--line);border-inline-start:.3rem solid var(--info);border-radius:.4rem}
article.error{border-inline-start-color:var(--error)}
article.warn{border-inline-start-color:var(--warn)}
h3{margin:0;font-size:1rem;font-weight:600;overflow-wrap:anywhere}
.badge{margin-inline-end:.5rem;font-size:.85rem;font-weight:700}
.error .badge{color:var(--error)}
.warn .badge{color:var(--warn)}
.info .badge{color:var(--info)}
article p,article ul{margin:.4rem 0 0}
ul{padding-inline-start:1.3rem}
pre{margin:.6rem 0 0;padding:.6rem;overflow-x:auto;background:var(--ground);border:1px solid var(--line);border-radius:.3rem;line-height:1.45}
pre .n{color:var(--soft);user-select:none}
mark{background:var(--mark);color:inherit;font-weight:700}
del{background:var(--gone);color:inherit;text-decoration-thickness:.1em}
ins{background:var(--come);color:inherit;text-underline-offset:.15em}
summary{cursor:pointer;margin-top:.5rem}
table{border-collapse:collapse;margin-top:.6rem;width:100%}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
figure{margin:1rem 0}
svg{display:block;width:100%;height:1.6rem}
svg .kept{fill:var(--kept)}
svg .added{fill:var(--good)}
svg .renamed{fill:var(--warn)}
svg .removed{fill:var(--error)}
svg .ground{stroke:var(--ground)}
figcaption{margin-top:.3rem;font-size:.9rem}
:focus-visible{outline:.15rem solid var(--info);outline-offset:.1rem}
body:has(#show-error:not(:checked)) article.error,body:has(#show-warn:not(:checked)) article.warn,body:has(#show-info:not(:checked)) article.info{display:none}
@media print{.filter{display:none}article{break-inside:avoid}}
`;
