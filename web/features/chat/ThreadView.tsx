"use client";

import Link from "next/link";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { uuid } from "../../graphql/uuid.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Composer, type ComposerHandle } from "./Composer.tsx";
import { EarlierTurns } from "./EarlierTurns.tsx";
import { EmptyThread } from "./EmptyThread.tsx";
import { LiveTurnView } from "./LiveTurnView.tsx";
import type { LiveTurn } from "./live-turns.ts";
import { PromptList } from "./PromptList.tsx";
import styles from "./ThreadView.module.css";
import { Turn } from "./Turn.tsx";
import { preloadCards } from "./TurnCard.tsx";
import { ThreadActionsContext } from "./thread-actions.ts";
import { type LiveStart, TurnQuery, useLiveThread } from "./use-live-thread.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";

const ThreadQuery = operation(
  graphql(`
    query Thread($id: ID!) {
      thread(id: $id) {
        id
        title
        lastSeq
        turns(last: 50) {
          nodes {
            id
            message
            status
            createdAt
            suggestions
            pending {
              id
              status
            }
            ...Turn_turn
          }
          pageInfo {
            hasPreviousPage
            startCursor
          }
        }
      }
    }
  `),
);

const SendMutation = operation(
  graphql(`
    mutation Send($input: ChatInput!) {
      chat(input: $input) {
        __typename
        ... on ChatTurn {
          id
          threadId
          ...Turn_turn
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/**
 * A conversation. Turns that are complete come from the cache; a turn that is being made is put together from the thread's events
 * until it can be read whole. `isNew`: there is no such thread yet, it begins with the first message.
 */
export function ThreadView(props: { threadId: string; isNew: boolean; onBegin: () => void }) {
  const { threadId, isNew, onBegin } = props;
  const client = useClient();
  const composer = useRef<ComposerHandle>(null);
  const [begun, setBegun] = useState(false);
  const [readable, setReadable] = useState(!isNew);
  const [spoken, setSpoken] = useState("");
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ThreadQuery,
    variables: { id: threadId },
    pause: !readable,
    requestPolicy: "cache-and-network",
  });

  useEffect(preloadCards, []);

  const thread = data?.thread;
  const nodes = useMemo(() => thread?.turns.nodes ?? [], [thread]);
  const complete = useMemo(
    () => new Set(nodes.filter(({ status }) => status === "COMPLETED" || status === "FAILED").map(({ id }) => id)),
    [nodes],
  );
  const start = useMemo<LiveStart | undefined>(() => {
    if (thread) {
      return {
        lastSeq: thread.lastSeq,
        unfinished: thread.turns.nodes.map(({ id }) => id).filter((id) => !complete.has(id)),
      };
    }
    return begun ? { lastSeq: 0, unfinished: [] } : undefined;
  }, [thread, complete, begun]);

  const openTurns = nodes.filter(({ pending }) => pending?.status === "OPEN").map(({ id }) => id);
  const open = useRef(openTurns);
  useEffect(() => {
    open.current = openTurns;
  });
  const refreshOpen = useCallback(() => {
    for (const id of open.current) client.query(TurnQuery, { id }, { requestPolicy: "network-only" }).toPromise();
  }, [client]);
  const onTurn = useCallback(
    async (turnId: string, ended: boolean) => {
      refreshOpen();
      if (!ended) return;
      const result = await client.query(TurnQuery, { id: turnId }, { requestPolicy: "network-only" }).toPromise();
      setSpoken(result.data?.turn?.content ?? "");
      setReadable(true);
    },
    [client, refreshOpen],
  );
  const [turns, dispatch] = useLiveThread(threadId, start, onTurn);
  useEffect(() => dispatch({ type: "settled", turnIds: complete }), [complete, dispatch]);

  const live = turns.filter(({ id }) => !complete.has(id));
  const unseen = nodes.filter(({ id }) => !complete.has(id) && !live.some((turn) => turn.id === id));
  const waiting: LiveTurn[] = [
    ...unseen.map(({ id, message }) => ({ id, message, status: "RUNNING" as const, steps: [], content: "", cards: 0 })),
    ...live,
  ];
  const busy = waiting.some(({ status }) => status === "SENDING" || status === "RUNNING" || status === "COMPLETED");
  const { scroller, content, away, toEnd } = useStickToEnd();

  const send = useCallback(
    async (message: string, turnId: string) => {
      dispatch({ type: "sent", turnId, message });
      setSpoken("");
      setBegun(true);
      onBegin();
      toEnd();
      const result = await client.mutation(SendMutation, { input: { threadId, turnId, message } }).toPromise();
      const refusal = result.data?.chat.__typename === "ChatTurn" ? undefined : result.data?.chat.message;
      const problem = result.error ? failureText(result.error) : refusal;
      if (problem === undefined) return;
      dispatch({ type: "unsent", turnId, problem });
    },
    [client, dispatch, onBegin, threadId, toEnd],
  );
  const say = useCallback(
    (message: string) => {
      if (!busy) void send(message, uuid());
    },
    [busy, send],
  );
  const retry = (turn: LiveTurn) => {
    // What never arrived keeps its id, so that it can't become two turns; what failed is a new attempt.
    if (turn.status === "UNSENT") return void send(turn.message, turn.id);
    dispatch({ type: "settled", turnIds: new Set([turn.id]) });
    say(turn.message);
  };
  const actions = useMemo(() => ({ say, refreshOpen }), [say, refreshOpen]);

  const missing = readable && !fetching && !error && data && !thread && waiting.length === 0;
  const empty = !thread && waiting.length === 0 && isNew;
  const last = nodes.at(-1);
  const step = waiting.at(-1)?.steps.at(-1)?.label ?? "";

  return (
    <ThreadActionsContext value={actions}>
      <div className={styles.view}>
        <h1 className="visually-hidden">{thread?.title ?? "New chat"}</h1>
        <div className={styles.scroller} ref={scroller}>
          <div className={styles.column} ref={content}>
            {empty && <EmptyThread onSay={say} />}
            {missing && (
              <Notice>
                There is no such conversation. <Link href="/">Begin a new one</Link>
              </Notice>
            )}
            {error && !thread && (
              <Notice
                tone="bad"
                action={
                  <Button small onClick={() => refetch({ requestPolicy: "network-only" })}>
                    Try again
                  </Button>
                }
              >
                {failureText(error)}
              </Notice>
            )}
            {!isNew && fetching && !thread && <Spinner label="Opening the conversation" />}
            {thread?.turns.pageInfo.hasPreviousPage && (
              <EarlierTurns threadId={threadId} before={thread.turns.pageInfo.startCursor ?? ""} />
            )}
            {nodes.map((node) => complete.has(node.id) && <Turn key={node.id} turn={node} />)}
            {waiting.map((turn) => (
              <LiveTurnView key={turn.id} turn={turn} onRetry={retry} />
            ))}
            {last && !busy && <PromptList label="Suggested messages" prompts={last.suggestions} onSay={say} />}
          </div>
          <div className={styles.foot}>
            {away && (
              <div className={styles.toEnd}>
                <Button small onClick={toEnd}>
                  ↓ Newest
                </Button>
              </div>
            )}
            <Composer
              ref={composer}
              busy={busy}
              history={[...nodes, ...live].map(({ message }) => message)}
              onSend={(message) => void send(message, uuid())}
            />
          </div>
        </div>
        <p className="visually-hidden" role="status">
          {busy ? step : spoken}
        </p>
      </div>
    </ThreadActionsContext>
  );
}
