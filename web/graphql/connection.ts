import { useSyncExternalStore } from "react";

/** How the way to the server stands. */
export interface Connection {
  /** lost: a stream could not be opened. signedOut: whoever signs people in answers in the server's place. */
  state: "open" | "lost" | "signedOut";
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
    if (connection.state === "open") set({ ...connection, state: "lost" });
  },
  /** A stream is open, or the server has answered who was signed out. */
  open(): void {
    if (connection.state !== "open") set({ state: "open", recoveries: connection.recoveries + 1 });
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read(): Connection {
    return connection;
  },
};

/**
 * Asks the server. Whoever signs people in may answer in its place, when the sign-in has ended: by a 401 that is none of ours, which tells
 * programs how to come in, or by leading elsewhere, of which a page is shown no more than that, with the status 0.
 * @throws {Error} when it was not the server that answered
 */
export const send: typeof fetch = async (url, init) => {
  const response = await fetch(url, { ...init, redirect: "manual" });
  const { status, headers } = response;
  if (!status || (status === 401 && !headers.has("www-authenticate"))) {
    set({ ...connection, state: "signedOut" });
    throw new Error("signed out");
  }
  return response;
};

/** The connection's state, kept current. */
export function useConnection(): Connection {
  return useSyncExternalStore(connectionStore.subscribe, connectionStore.read, connectionStore.read);
}
