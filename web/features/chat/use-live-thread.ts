import { useEffect, useReducer, useRef, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { type LiveAction, type LiveTurns, liveTurns, type StreamedEvent } from "./live-turns.ts";

const ChatReplySubscription = operation(
  graphql(`
    subscription ChatReply($threadId: ID!, $after: Int) {
      chatReply(threadId: $threadId, after: $after) {
        seq
        turnId
        type
        payload
      }
    }
  `),
);

export const TurnQuery = operation(
  graphql(`
    query Turn($id: ID!) {
      turn(id: $id) {
        id
        threadId
        status
        content
        pending {
          id
          status
        }
        ...Turn_turn
      }
    }
  `),
);

/** Where to follow a thread from. */
export interface LiveStart {
  /** The newest event that is in what was read. */
  lastSeq: number;
  /** Turns that were being made when the thread was read: their earlier events are asked for again. */
  unfinished: readonly string[];
}

/** How far back the events of an unfinished turn can lie. Tokens come in batches, so a turn has a few dozen. */
const mostReplayed = 1_000;

/**
 * Follows a thread's events from `start` (undefined: not yet). Events that come in one frame are shown together. `onTurn` is told
 * when a turn began or ended: from its end it can be read whole. `onEnd`: the server ended the stream, since the thread is gone.
 */
export function useLiveThread(
  threadId: string,
  start: LiveStart | undefined,
  onTurn: (turnId: string, ended: boolean) => void,
  onEnd: () => void,
): [LiveTurns, (action: LiveAction) => void] {
  const client = useClient();
  const [turns, dispatch] = useReducer(liveTurns, []);
  const tell = useRef(onTurn);
  useEffect(() => {
    tell.current = onTurn;
  }, [onTurn]);

  // Where to begin is settled once: the transport itself resumes from the last event that came.
  const [begin, setBegin] = useState(start);
  if (!begin && start) setBegin(start);

  useEffect(() => {
    if (!begin) return;
    const { lastSeq, unfinished } = begin;
    let waiting: StreamedEvent[] = [];
    let frame = 0;
    const show = () => {
      frame = 0;
      const events = waiting;
      waiting = [];
      dispatch({ type: "events", events });
      for (const { turnId, type } of events) {
        if (type === "TURN_STARTED") tell.current(turnId, false);
        if (type === "TURN_COMPLETED" || type === "TURN_FAILED") tell.current(turnId, true);
      }
    };
    const after = unfinished.length > 0 ? Math.max(0, lastSeq - mostReplayed) : lastSeq;
    const { unsubscribe } = client
      .subscription(ChatReplySubscription, { threadId, after })
      .subscribe(({ data, error }) => {
        if (error) return onEnd();
        const event = data?.chatReply;
        if (!event || (event.seq <= lastSeq && !unfinished.includes(event.turnId))) return;
        waiting.push(event);
        // A hidden page has no frames; it still has to know when a turn has ended.
        if (document.visibilityState === "hidden") show();
        else frame ||= requestAnimationFrame(show);
      });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [client, threadId, begin, onEnd]);

  return [turns, dispatch];
}
