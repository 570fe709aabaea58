/** Applies the theme that the reader chose before anything is painted. Where storage is closed, the system's stays. */
export const themeScript = `(()=>{
const root=document.documentElement;
root.classList.add("js");
try{const theme=localStorage.getItem("errlock-theme");if(theme==="dark"||theme==="light")root.dataset.theme=theme}catch{}
})()`;

const theme = `
const themeButton=id("_theme");
const isDark=()=>root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;
const nameTheme=()=>{themeButton.textContent=isDark()?"Light theme":"Dark theme"};
themeButton.hidden=false;
nameTheme();
matchMedia("(prefers-color-scheme:dark)").addEventListener("change",nameTheme);
themeButton.addEventListener("click",()=>{
  root.dataset.theme=isDark()?"light":"dark";
  try{localStorage.setItem("errlock-theme",root.dataset.theme)}catch{}
  nameTheme();
});
`;

// Words are looked for in any order; \`volume stale\` finds \`volume_stale_revision\`, and so does its exact spelling.
const filter = `
const form=id("_filter"),search=id("_search"),tally=id("_tally"),none=id("_none");
const loose=(text)=>text.toLowerCase().replace(/[\\s_.:-]+/g," ").trim();
const entries=[...document.querySelectorAll(".code")].map((element)=>({element,text:null,group:element.closest(".group").id,life:element.dataset.life,statuses:(element.dataset.status||"").split(" ")}));
const groups=[...document.querySelectorAll(".group")].map((element)=>({element,links:[...document.querySelectorAll('.groups a[href="#'+element.id+'"]')]}));
const textOf=(entry)=>{
  if(entry.text===null){const raw=entry.element.textContent.toLowerCase();entry.text=raw+" "+loose(raw)}
  return entry.text;
};
let saying;
function apply(){
  const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const chosen=(name)=>form.elements[name]?form.elements[name].value:"";
  const group=chosen("group"),status=chosen("status"),life=chosen("life");
  const seen=new Set();
  let number=0;
  for(const entry of entries){
    const fits=(!group||entry.group===group)&&(!life||entry.life===life)&&(!status||entry.statuses.includes(status))&&words.every((word)=>textOf(entry).includes(word));
    if(entry.element.hidden===fits)entry.element.hidden=!fits;
    if(fits){number++;seen.add(entry.group)}
  }
  for(const {element,links} of groups){
    const empty=!seen.has(element.id);
    element.hidden=empty;
    for(const link of links)link.parentElement.hidden=empty;
  }
  none.hidden=number>0;
  id("_clear").hidden=!(words.length||group||status||life);
  clearTimeout(saying);
  const text=number===entries.length?tally.dataset.all:number+" of "+tally.dataset.all;
  saying=setTimeout(()=>{tally.textContent=text},120);
}
const tools=form.closest(".tools");
tools.hidden=false;
new ResizeObserver(()=>{root.style.scrollPaddingTop=getComputedStyle(tools).position==="sticky"?tools.offsetHeight+8+"px":""}).observe(tools);
form.addEventListener("input",apply);
form.addEventListener("submit",(event)=>event.preventDefault());
form.addEventListener("reset",()=>{setTimeout(()=>{apply();search.focus()})});
id("_again").addEventListener("click",()=>form.reset());
addEventListener("keydown",(event)=>{
  if(event.ctrlKey||event.metaKey||event.altKey)return;
  if(event.key==="/"&&!/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)){event.preventDefault();search.focus();search.select()}
  if(event.key==="Escape"&&document.activeElement===search&&search.value){event.preventDefault();search.value="";apply()}
});
if(search.value||form.querySelector("option:not(:first-child):checked"))apply();
`;

const links = `
function reveal(){
  let name=location.hash.slice(1);
  try{name=decodeURIComponent(name)}catch{}
  const target=name&&id(name);
  if(!target||!target.closest("main"))return;
  const hidden=target.closest("[hidden]")||(target.matches(".group")&&target.hidden);
  if(hidden){form.reset();search.value="";apply()}
  for(let box=target.closest("details");box;box=box.parentElement.closest("details"))box.open=true;
  target.scrollIntoView();
}
addEventListener("hashchange",reveal);
requestAnimationFrame(()=>requestAnimationFrame(reveal));
async function copy(text){
  try{await navigator.clipboard.writeText(text);return true}catch{}
  const area=document.createElement("textarea");
  area.value=text;
  area.className="unseen";
  document.body.append(area);
  area.select();
  const done=document.execCommand("copy");
  area.remove();
  return done;
}
document.addEventListener("click",async(event)=>{
  const button=event.target.closest&&event.target.closest(".copy");
  if(!button)return;
  const address=location.href.split("#")[0]+button.closest(".name").querySelector("a").getAttribute("href");
  const done=await copy(address);
  button.focus();
  id("_said").textContent=done?"Link copied":"The link could not be copied";
  if(!done)return;
  button.dataset.done="";
  setTimeout(()=>{delete button.dataset.done;id("_said").textContent=""},1800);
});
const opened=[];
addEventListener("beforeprint",()=>{for(const box of document.querySelectorAll("details:not([open])")){box.open=true;opened.push(box)}});
addEventListener("afterprint",()=>{for(const box of opened.splice(0))box.open=false});
`;

/** What the page can do beyond being read; without it, it is the whole list. */
export const pageScript = `(()=>{
const root=document.documentElement,id=(name)=>document.getElementById(name);
${theme}${filter}${links}})()`;
