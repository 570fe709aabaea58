import { palette } from "./palette.js";

const page = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
[hidden]{display:none!important}
code{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:.14rem solid var(--accent);outline-offset:.15rem;border-radius:.2rem}
button,input,select{font:inherit;color:inherit}
.wrap{max-width:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;padding:.5rem 1rem;background:var(--ground);border:1px solid var(--accent);border-radius:.4rem;z-index:3}
.skip:focus{top:.6rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{padding-block:clamp(1.8rem,5vw,3.5rem) 1.6rem}
.top .row{display:flex;gap:1rem;align-items:start;justify-content:space-between}
h1{margin:0;font-size:clamp(1.6rem,4.5vw,2.3rem);line-height:1.15;letter-spacing:-.02em;font-weight:700;overflow-wrap:anywhere;text-wrap:balance}
.numbers{margin:.5rem 0 0;color:var(--soft)}
.lead{max-width:44rem;margin-top:1.2rem}
.lead p{margin:.5rem 0}
.lead p+p{color:var(--soft);font-size:.92rem}
footer{margin-top:4rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
footer p{margin:1.2rem 0 2.5rem}
`;

const tools = `
.js .tools{position:sticky}
.tools{top:0;z-index:2;background:var(--ground);border-block:1px solid var(--line)}
.tools form{display:flex;flex-wrap:wrap;gap:.6rem .8rem;align-items:end;padding-block:.7rem}
.tools label{display:block;font-size:.78rem;color:var(--soft);min-width:0}
.tools input,.tools select{display:block;width:100%;height:2.4rem;margin-top:.15rem;padding:0 .65rem;font-size:1rem;color:var(--ink);background:var(--raised);border:1px solid var(--line);border-radius:.45rem}
.tools input:hover,.tools select:hover{border-color:var(--soft)}
.tools .search{flex:1 1 14rem}
.tools .choice{flex:0 1 10rem}
.plain{height:2.4rem;padding:0 .8rem;background:none;border:1px solid var(--line);border-radius:.45rem;cursor:pointer;white-space:nowrap}
.plain:hover{border-color:var(--soft)}
.found{display:flex;flex-basis:100%;gap:1rem;align-items:center;min-height:1.7rem;font-size:.88rem;color:var(--soft)}
.tally{margin:0;font-variant-numeric:tabular-nums}
.found .plain{height:1.7rem;padding:0 .6rem}
.none{padding-block:3rem;color:var(--soft)}
@media (max-width:40rem){.tools form{gap:.4rem .5rem;padding-block:.5rem .3rem}.tools .search{flex-basis:100%}.tools .choice{flex:1 1 4rem}.tools select{padding:0 .3rem}.tools label span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
@media (max-height:30rem){.js .tools{position:static}}
`;

const list = `
.body{display:grid;grid-template-columns:minmax(0,1fr);gap:3rem}
@media (min-width:64rem){.body.has-groups{grid-template-columns:13.5rem minmax(0,1fr)}}
.groups{display:none;font-size:.92rem}
@media (min-width:64rem){.groups{display:block}.groups>div{position:sticky;top:7.5rem;max-height:calc(100vh - 8.5rem);overflow:auto;padding-top:2.2rem}}
.groups h2{margin:0 0 .5rem;font-size:.78rem;font-weight:600;color:var(--soft)}
.groups ul{list-style:none;margin:0;padding:0}
.groups a{display:flex;justify-content:space-between;gap:.8rem;padding:.22rem 0;color:var(--ink);text-decoration:none}
.groups a:hover{color:var(--accent);text-decoration:underline}
.groups a span:last-child{color:var(--soft);font-variant-numeric:tabular-nums}
.catalog>h2,.group>h2,.group>h3,.picture>h2,.picture>h3{margin:2.2rem 0 .4rem;font-size:1.22rem;line-height:1.3;letter-spacing:-.01em;overflow-wrap:anywhere}
.catalog>h2{font-size:1.45rem}
.count{margin-inline-start:.5rem;font-size:.85rem;font-weight:400;color:var(--soft);letter-spacing:0}
.aside{margin:.2rem 0;color:var(--soft)}
.codes{list-style:none;margin:0;padding:0}
.code{display:grid;grid-template-columns:minmax(0,1fr) minmax(11rem,15rem);gap:.2rem 2rem;padding:1rem .9rem;margin-inline:-.9rem;border-top:1px solid var(--line)}
.many .code{content-visibility:auto;contain-intrinsic-size:auto 6.5rem}
.code:target{background:var(--tint);border-radius:.5rem}
.name{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .5rem;line-height:1.4}
.name h3,.name h4{margin:0;font-size:1rem;min-width:0}
.name a{color:inherit;text-decoration:none}
.name a:hover{text-decoration:underline}
.name code{font-size:1rem;font-weight:600}
.retired .name code{text-decoration:line-through;text-decoration-color:var(--gone)}
.badge{padding:0 .45rem;border:1px solid currentColor;border-radius:.35rem;font-size:.76rem;font-weight:600;line-height:1.45}
.unreleased .badge{color:var(--fresh);border-style:dashed}
.deprecated .badge{color:var(--warn)}
.retired .badge{color:var(--gone)}
.copy{display:inline-flex;align-items:center;gap:.35rem;height:1.6rem;padding:0 .35rem;border:0;border-radius:.3rem;background:none;color:var(--soft);font-size:.78rem;cursor:pointer}
.copy:hover{color:var(--accent);background:var(--raised)}
.copy svg{width:1rem;height:1rem;fill:none;stroke:currentColor;stroke-width:1.6}
.copy[data-done]::after{content:"Copied"}
html:not(.js) .copy{display:none}
@media (hover:hover){.copy{opacity:0}.code:hover .copy,.copy:focus-visible,.copy[data-done]{opacity:1}}
.what{grid-column:1}
.what p{margin:.25rem 0 0;overflow-wrap:anywhere}
.what q{color:var(--soft)}
.facts{margin:0;font-size:.9rem}
.facts div{display:flex;gap:.6rem}
.facts dt{flex:0 0 4.2rem;color:var(--soft)}
.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.facts b{font-variant-numeric:tabular-nums}
.from{grid-column:1/-1;margin:.35rem 0 0;font-size:.9rem}
.from>p{margin:0}
.from .how{color:var(--soft)}
.from ul{list-style:none;margin:.25rem 0 .2rem;padding:0;columns:22rem auto;column-gap:2rem}
.from li{break-inside:avoid;padding-block:.08rem}
.from summary{width:fit-content;cursor:pointer;color:var(--soft)}
.from summary:hover{color:var(--accent)}
@media (max-width:46rem){.code{grid-template-columns:minmax(0,1fr)}.facts{margin-top:.4rem}}
`;

const pictures = `
.picture details>summary{width:fit-content;cursor:pointer;color:var(--accent)}
.scroll{overflow-x:auto;margin-top:.6rem;padding-bottom:.4rem}
.scroll svg{display:block;height:auto;max-width:max(100%,44rem)}
svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
svg .soft{fill:var(--soft)}
svg .mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:12px}
svg .end{text-anchor:end}
svg .middle{text-anchor:middle}
svg .grid{stroke:var(--line)}
svg .bar{fill:var(--accent)}
svg .fading{fill:url(#_hatch);stroke:var(--warn)}
svg .coming{fill:none;stroke:var(--fresh);stroke-width:1.5;stroke-dasharray:4 3}
svg .born{fill:var(--ground);stroke:var(--accent);stroke-width:2.5}
svg .left{stroke:var(--gone);stroke-width:2.5;fill:none}
svg .old{fill:var(--warn)}
svg .cell{fill:var(--tint);stroke:var(--accent)}
svg .any{fill:none;stroke:var(--soft);stroke-dasharray:3 2}
#_hatch path{stroke:var(--warn);stroke-width:1.6}
.matrix svg{max-width:none}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:.4rem 0 0;padding:0;font-size:.88rem;color:var(--soft)}
.legend svg{width:1.8rem;height:1rem;vertical-align:-.15rem;margin-inline-end:.4rem}
`;

const paper = `
@media print{.tools,.groups,.skip,.copy,#_theme{display:none!important}.body,.body.has-groups{display:block}.code{break-inside:avoid;content-visibility:visible!important;padding-block:.6rem}html{font-size:10pt}.wrap{max-width:none;padding:0}a{color:inherit}.scroll{overflow:visible}.scroll svg{min-width:0}}
`;

/** The page's style sheet. */
export const css = palette + page + tools + list + pictures + paper;
