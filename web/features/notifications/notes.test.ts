import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Note } from "./note.ts";
import { mostNotes, mostShown, openNotes } from "./notes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (notes: ReturnType<typeof openNotes>) => notes.read().all.map(({ text }) => text);
const inSight = (notes: ReturnType<typeof openNotes>) =>
  notes.read().shown.map((id) => notes.read().all.find((note) => note.id === id)?.text);

test("what was told goes out of sight and can be read again; what is bad stays in sight", () => {
  const notes = openNotes([], () => {});
  notes.add("Done.");
  notes.add("It failed.", { tone: "bad" });
  expect(inSight(notes)).toEqual(["Done.", "It failed."]);
  vi.advanceTimersByTime(60_000);
  expect(inSight(notes)).toEqual(["It failed."]);
  expect(texts(notes)).toEqual(["It failed.", "Done."]);
  expect(notes.read().unread).toBe(2);
  notes.show();
  expect(notes.read()).toMatchObject({ unread: 0, open: true, shown: [] });
});

test("only so many are in sight, and only so many are kept, with those from before", () => {
  const before: Note = { id: "a", at: "2026-11-28T00:00:00Z", text: "Before", tone: "good" };
  let kept: readonly Note[] = [];
  const notes = openNotes([before], (all) => {
    kept = all;
  });
  notes.add("After");
  expect(kept.map(({ text }) => text)).toEqual(["After", "Before"]);
  for (let index = 0; index < mostNotes; index += 1) notes.add(`Note ${index}`);
  expect(notes.read().shown).toHaveLength(mostShown);
  expect(kept).toHaveLength(mostNotes);
  expect(texts(notes)).not.toContain("Before");
});

test("an act is taken back once; when that fails it can be tried again", async () => {
  const outcomes = [{ problem: "The server can't be reached." }, { done: "It is back." }];
  const act = vi.fn(async () => outcomes.shift() ?? { done: "again?" });
  const notes = openNotes([], () => {});
  notes.add("Archived.", { undo: { label: "Undo", act } });
  const id = notes.read().all[0]?.id ?? "";
  await Promise.all([notes.undo(id), notes.undo(id)]);
  expect(act).toHaveBeenCalledTimes(1);
  expect(inSight(notes)).toEqual(["Archived.", "The server can't be reached."]);
  await notes.undo(id);
  await notes.undo(id);
  expect(act).toHaveBeenCalledTimes(2);
  expect(texts(notes)).toEqual(["It is back.", "The server can't be reached.", "Archived."]);
  expect(inSight(notes)).not.toContain("Archived.");
});
