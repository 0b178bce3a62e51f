import type { OutgoingMessage } from "./outbox.ts";

/** Not more than this is kept of a thread; what is beyond it is sent only while the page stands. */
const mostKept = 20;
const keyOf = (threadId: string) => `modelwright.unsent.${threadId}`;

/** Keeps a thread's messages that have not arrived for as long as the tab lives, where the browser allows. */
export function keepMessages(threadId: string, messages: readonly OutgoingMessage[]): void {
  try {
    if (messages.length === 0) sessionStorage.removeItem(keyOf(threadId));
    else sessionStorage.setItem(keyOf(threadId), JSON.stringify(messages.slice(0, mostKept)));
  } catch {
    // A browser that stores nothing, or has no room, still sends while the page stands.
  }
}

/** A thread's messages that had not arrived when the page was left. */
export function keptMessages(threadId: string): OutgoingMessage[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(threadId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

/** Keeps for a new thread what could not be sent to one that is gone. */
export function moveMessages(from: string, to: string): void {
  keepMessages(to, keptMessages(from));
  keepMessages(from, []);
}

function isOutgoing(value: unknown): value is OutgoingMessage {
  return (
    typeof value === "object" &&
    value !== null &&
    "turnId" in value &&
    typeof value.turnId === "string" &&
    "message" in value &&
    typeof value.message === "string"
  );
}
