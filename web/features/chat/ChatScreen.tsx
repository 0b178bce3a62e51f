"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { uuid } from "../../graphql/uuid.ts";
import { toast } from "../notifications/toast.ts";
import { moveMessages } from "./kept-messages.ts";
import { ThreadView } from "./ThreadView.tsx";
import { threadOfPath } from "./thread-of-path.ts";

/**
 * The conversation that the address names, or a new one. It stays in place when a new conversation gets its address with the first
 * message, so nothing of the stream is lost. What is said to a conversation that was deleted meanwhile begins a new one.
 */
export function ChatScreen() {
  const pathname = usePathname();
  const named = threadOfPath(pathname);
  const [draft, setDraft] = useState(() => uuid());
  useEffect(() => {
    // The draft has become a conversation of its own: the next new one gets another id.
    if (named === draft) return () => setDraft(uuid());
  }, [named, draft]);
  const [begun, setBegun] = useState<string>();
  const threadId = named ?? draft;
  const onBegin = useCallback(() => {
    if (window.location.pathname !== "/") return;
    setBegun(threadId);
    window.history.pushState(null, "", `/chat/${threadId}`);
  }, [threadId]);
  const onGone = useCallback(() => {
    const next = uuid();
    moveMessages(threadId, next);
    setBegun(next);
    window.history.replaceState(null, "", `/chat/${next}`);
    toast("The conversation that you wrote to is gone. Your message begins a new one.");
  }, [threadId]);
  const isNew = !named || begun === threadId;
  return <ThreadView key={threadId} threadId={threadId} isNew={isNew} onBegin={onBegin} onGone={onGone} />;
}
