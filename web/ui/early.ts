/** Something that a person did before the page's scripts had taken it over. */
export type EarlyAct =
  | { kind: "press"; target: HTMLElement }
  | { kind: "enter"; target: HTMLTextAreaElement }
  | { kind: "write"; target: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement; value: string };

declare global {
  interface Window {
    /** Ends the notes, and hands them over. */
    earlyActs?: () => EarlyAct[];
  }
}

/**
 * Runs before the first paint, and notes what is pressed and written until the page's scripts are there: they do it then. Links need no note,
 * the browser follows them itself. A message that was sent stays as it is until then.
 */
export const earlyScript = `(function(){
var acts=[],kinds=["click","input","change","keydown"];
function hold(e){e.preventDefault();e.stopImmediatePropagation()}
function freeze(held){var m=document.getElementById("message");if(m)m.readOnly=held}
function note(e){
var t=e.target,k=e.type,b;
if(!t||!t.closest)return;
if(k=="click"){
b=t.closest("button,label,input");
if(!b||b.localName!="button"&&!/^(checkbox|radio)$/.test((b.control||b).type))return;
hold(e);acts.push({kind:"press",target:b});
if(b.localName=="button")b.ariaBusy="true";
if(b.type=="submit")freeze(true)
}else if(k=="keydown"){
if(t.id!="message"||e.key!="Enter"||e.shiftKey||e.isComposing)return;
hold(e);
if(t.value.trim()&&!t.readOnly){acts.push({kind:"enter",target:t});freeze(true)}
}else if("value" in t&&!/^(checkbox|radio)$/.test(t.type)){
b=acts[acts.length-1];
if(b&&b.kind=="write"&&b.target==t)b.value=t.value;else acts.push({kind:"write",target:t,value:t.value});
b=t.id=="message"&&t.form.querySelector("[type=submit]");if(b)b.disabled=!t.value.trim()
}}
kinds.forEach(function(k){addEventListener(k,note,true)});
window.earlyActs=function(){
kinds.forEach(function(k){removeEventListener(k,note,true)});
freeze(false);
acts.forEach(function(a){a.target.ariaBusy=null});
return acts.splice(0)
}
})()`;
