import { createContext, useContext } from "react";

/** What a card can do in the thread that it stands in. */
export interface ThreadActions {
  /** Says something, as if it were typed. */
  say: (message: string) => void;
  /** Reads the turns anew that wait for an answer. */
  refreshOpen: () => void;
}

export const ThreadActionsContext = createContext<ThreadActions>({ say: () => {}, refreshOpen: () => {} });

export function useThreadActions(): ThreadActions {
  return useContext(ThreadActionsContext);
}
