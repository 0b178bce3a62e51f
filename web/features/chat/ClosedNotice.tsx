"use client";

import { useContext, useEffect, useRef } from "react";
import type { PendingStatus } from "../../gql/graphql.ts";
import { Notice } from "../../ui/Notice.tsx";
import { AskedAgainContext, useThreadActions } from "./thread-actions.ts";

const sentences: Record<Exclude<PendingStatus, "OPEN">, string> = {
  ANSWERED: "This was answered.",
  CANCELLED: "This was cancelled. Nothing was done.",
  SUPERSEDED: "A later request took this one's place.",
  EXPIRED: "This was not answered in time. Ask again if you still want it.",
};

/** Whether a card's question can be answered on this card. */
export function useIsOpen(status: PendingStatus): boolean {
  const askedAgain = useContext(AskedAgainContext);
  return status === "OPEN" && !askedAgain;
}

/**
 * Why a question can't be answered here (any more). When it closes, the controls that it had are gone: if one of them had the
 * focus, the conversation goes on in the message field. `lost`: what was answered here too late, or filled in and not sent, in words.
 */
export function ClosedNotice({ status, lost }: { status: PendingStatus; lost?: string | undefined }) {
  const open = useIsOpen(status);
  const { focusComposer } = useThreadActions();
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (closed && focusIsLost()) focusComposer();
  }, [open, focusComposer]);
  if (open) return null;
  const why = status === "OPEN" ? "Asked again below." : sentences[status];
  return lost ? <Notice tone="warn">{`${why} ${lost}`}</Notice> : <Notice>{why}</Notice>;
}

function focusIsLost(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || focused.matches(":disabled");
}
