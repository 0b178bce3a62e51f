import { createContext, useContext } from "react";
import type { FormDrafts } from "./form-drafts.ts";

/** What a card can do in the thread that it stands in. */
export interface ThreadActions {
  /** Says something, as if it were typed. */
  say: (message: string) => void;
  /** Puts a message into the field, to be changed and said again. */
  edit: (message: string) => void;
  /** Reads the turns anew that wait for an answer. */
  refreshOpen: () => void;
  /** Puts the focus where the conversation goes on. */
  focusComposer: () => void;
  /** Forms that were begun and not sent. */
  drafts: FormDrafts;
}

export const ThreadActionsContext = createContext<ThreadActions>({
  say: () => {},
  edit: () => {},
  refreshOpen: () => {},
  focusComposer: () => {},
  drafts: new Map(),
});

export function useThreadActions(): ThreadActions {
  return useContext(ThreadActionsContext);
}

/** Whether a later turn asks the same question again, so that this turn's card gives way to that one's. */
export const AskedAgainContext = createContext(false);
