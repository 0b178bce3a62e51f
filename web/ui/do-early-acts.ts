import type { EarlyAct } from "./early.ts";

/** Does again what was done on the page before there was anyone to see it, in the same order. What is gone from the page since is left out. */
export async function doEarlyActs(acts: readonly EarlyAct[]): Promise<void> {
  for (const act of acts) {
    if (act.target.isConnected) doAgain(act);
    // What came of it is on the page before the next: a message is written before it is sent.
    await new Promise((done) => setTimeout(done));
  }
}

function doAgain(act: EarlyAct): void {
  if (act.kind === "press") act.target.click();
  else if (act.kind === "enter") {
    act.target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  } else write(act.target, act.value);
}

function write(target: Extract<EarlyAct, { kind: "write" }>["target"], noted: string): void {
  // More may have been typed since; or the field was emptied, because its owner did not know of any text.
  const value = target.value.startsWith(noted) ? target.value : noted;
  // A value that the field has already is no change: so it is given another first, which is told to nobody.
  if (!(target instanceof HTMLSelectElement)) target.value = `${value} `;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value")?.set?.call(target, value);
  target.dispatchEvent(new Event(target instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}
