import { useSyncExternalStore } from "react";

/** How the streams to the server stand. */
export interface Connection {
  state: "open" | "lost";
  /** How often a lost connection was made again: what no stream resumes is read anew when this changes. */
  recoveries: number;
}

let connection: Connection = { state: "open", recoveries: 0 };
const listeners = new Set<() => void>();

function set(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

export const connectionStore = {
  /** A stream ended that should not have, and could not be opened again at once. */
  lost(): void {
    if (connection.state !== "lost") set({ ...connection, state: "lost" });
  },
  /** A stream is open again after it was lost. */
  recovered(): void {
    set({ state: "open", recoveries: connection.recoveries + 1 });
  },
  /** A stream is open. */
  open(): void {
    if (connection.state === "lost") connectionStore.recovered();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read(): Connection {
    return connection;
  },
};

/** The connection's state, kept current. */
export function useConnection(): Connection {
  return useSyncExternalStore(connectionStore.subscribe, connectionStore.read, connectionStore.read);
}
