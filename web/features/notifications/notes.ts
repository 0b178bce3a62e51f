import { useSyncExternalStore } from "react";
import { uuid } from "../../graphql/uuid.ts";
import { keepNotes, keptNotes } from "./kept-notes.ts";
import type { Note, Told } from "./note.ts";

export interface Notes {
  /** Newest first. */
  all: readonly Note[];
  /** Ids of those in sight, the oldest first. */
  shown: readonly string[];
  /** How many came since the list was looked at. */
  unread: number;
  /** Whether the list of them is open. */
  open: boolean;
  /** The one that is being taken back. */
  undoing?: string | undefined;
}

/** More than this nobody reads again. */
export const mostNotes = 50;
/** At most this many are in sight; the oldest gives way. */
export const mostShown = 3;
const shownMs = 8_000;
/** What can be taken back is in sight for longer: it takes a decision. */
const undoableMs = 15_000;

/** What was told in this tab. @param kept what was told before, @param keep is given all of it at each change */
export function openNotes(kept: readonly Note[], keep: (all: readonly Note[]) => void) {
  let state: Notes = { all: kept.slice(0, mostNotes), shown: [], unread: 0, open: false };
  const listeners = new Set<() => void>();
  const set = (next: Partial<Notes>) => {
    const before = state.all;
    state = { ...state, ...next };
    if (state.all !== before) keep(state.all);
    for (const listener of listeners) listener();
  };
  const hide = (id: string) => set({ shown: state.shown.filter((each) => each !== id) });
  const add = (text: string, { tone = "good", undo }: Told = {}) => {
    const id = uuid();
    const note: Note = { id, at: new Date().toISOString(), text, tone, ...(undo && { undo }) };
    const all = [note, ...state.all].slice(0, mostNotes);
    set({ all, shown: [...state.shown, id].slice(-mostShown), unread: state.open ? 0 : state.unread + 1 });
    if (tone === "good") setTimeout(() => hide(id), undo ? undoableMs : shownMs);
  };
  return {
    read: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add,
    hide,
    /** Takes back what a note tells of, once. */
    async undo(id: string): Promise<void> {
      const undo = state.all.find((note) => note.id === id)?.undo;
      if (!undo || state.undoing) return;
      set({ undoing: id });
      const outcome = await undo.act();
      const all = state.all.map(({ undo: spent, ...note }) => ({
        ...note,
        ...(spent && (note.id !== id || "problem" in outcome) && { undo: spent }),
      }));
      set({ all, undoing: undefined });
      if ("problem" in outcome) return add(outcome.problem, { tone: "bad" });
      hide(id);
      add(outcome.done);
    },
    show: () => set({ open: true, unread: 0, shown: [] }),
    close: () => set({ open: false }),
    clear: () => set({ all: [] }),
  };
}

export const notes = openNotes(keptNotes(), keepNotes);

/** What was told, kept current. */
export function useNotes(): Notes {
  return useSyncExternalStore(notes.subscribe, notes.read, notes.read);
}
