import type { Told } from "./note.ts";

/** Tells of something that was done or failed elsewhere than where the eye is: in sight for a while, and to be read again later. */
export function toast(text: string, told: Told = {}): void {
  // What is told comes with the code that shows it, after the first paint. Where that can't be fetched, nothing could be shown either.
  import("./notes.ts").then(({ notes }) => notes.add(text, told)).catch(() => {});
}
