import type { Note } from "./note.ts";

const key = "modelwright.notifications";

/** What was told in this tab before the page was loaded anew, newest first. Nothing of it can be taken back any more. */
export function keptNotes(): Note[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isNote) : [];
  } catch {
    return [];
  }
}

/** Keeps the notes for as long as the tab lives, where the browser allows. */
export function keepNotes(notes: readonly Note[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(notes.map(({ id, at, text, tone }) => ({ id, at, text, tone }))));
  } catch {
    // A browser that stores nothing shows them while the page stands.
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== "object" || value === null || !("id" in value && "at" in value && "text" in value)) return false;
  const { id, at, text } = value;
  return typeof id === "string" && typeof at === "string" && typeof text === "string" && "tone" in value;
}
