"use client";

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { turnsAtFirst } from "../../graphql/cache-writes.ts";
import { operation } from "../../graphql/operation.ts";
import { readAnew } from "../../graphql/read-anew.ts";
import { uuid } from "../../graphql/uuid.ts";
import { Button } from "../../ui/Button.tsx";
import { InBrowser } from "../../ui/InBrowser.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { toast } from "../notifications/toast.ts";
import { Composer, type ComposerHandle } from "./Composer.tsx";
import { EmptyThread } from "./EmptyThread.tsx";
import type { FormDrafts } from "./form-drafts.ts";
import type { LiveTurn } from "./live-turns.ts";
import { shownTitle } from "./shown-title.ts";
import styles from "./ThreadView.module.css";
import { ThreadActionsContext } from "./thread-actions.ts";
import { useComposerFocus } from "./use-composer-focus.ts";
import { type LiveStart, TurnQuery, useLiveThread } from "./use-live-thread.ts";
import { useOutbox } from "./use-outbox.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";

const ThreadQuery = operation(
  graphql(`
    query Thread($id: ID!, $last: Int!) {
      thread(id: $id) {
        id
        title
        lastSeq
        turns(last: $last) {
          nodes {
            id
            message
            pending {
              id
              status
            }
          }
        }
        waiting {
          id
          message
        }
        ...Conversation_thread
      }
    }
  `),
);

const loadConversation = () => import("./Conversation.tsx");
const Conversation = lazy(loadConversation);
const NoThread = lazy(() => import("./NoThread.tsx"));

/** Runs as the page is read: a conversation that came with it is seen from its end, before there is a script to keep it there. */
const scrollToEnd = "var s=document.querySelector('[data-scroller]');s.scrollTop=s.scrollHeight";

function EndFirst() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own
  return <InBrowser fallback={<script dangerouslySetInnerHTML={{ __html: scrollToEnd }} />}>{null}</InBrowser>;
}

/**
 * A conversation. Turns that are complete come from the cache; a turn that is being made is put together from the thread's events
 * until it can be read whole. `isNew`: there is no such thread yet, it begins with the first message. `onGone`: what was said could not be
 * sent, since the thread was deleted.
 */
export function ThreadView(props: { threadId: string; isNew: boolean; onBegin: () => void; onGone: () => void }) {
  const { threadId, isNew, onBegin } = props;
  const client = useClient();
  const composer = useRef<ComposerHandle>(null);
  const [begun, setBegun] = useState(false);
  const [readable, setReadable] = useState(!isNew);
  const [spoken, setSpoken] = useState("");
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ThreadQuery,
    variables: { id: threadId, last: turnsAtFirst },
    pause: !readable,
    requestPolicy: "cache-and-network",
  });

  useEffect(() => {
    // The first message is better shown at once. A failed fetch is tried again when there is something to show.
    loadConversation().catch(() => {});
  }, []);

  const thread = data?.thread;
  const nodes = useMemo(() => thread?.turns.nodes ?? [], [thread]);
  const complete = useMemo(() => new Set(nodes.map(({ id }) => id)), [nodes]);
  // What came with the page is rendered by the server too, and stands until its code is here: nothing else may take its place until then.
  const [served] = useState(complete);
  const start = useMemo<LiveStart | undefined>(() => {
    if (thread) return { lastSeq: thread.lastSeq, unfinished: thread.waiting.map(({ id }) => id) };
    return begun && (isNew || data) ? { lastSeq: 0, unfinished: [] } : undefined;
  }, [thread, begun, isNew, data]);

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
  const onEnd = useCallback(() => readAnew(), []);
  const [turns, dispatch] = useLiveThread(threadId, start, onTurn, onEnd);
  useEffect(() => {
    // Its last events may come after the turn itself: it is not to be made again of them when the thread is gone.
    if (turns.some(({ id }) => complete.has(id))) dispatch({ type: "settled", turnIds: complete });
  }, [complete, turns, dispatch]);

  const live = turns.filter(({ id }) => !complete.has(id));
  const unseen = (thread?.waiting ?? []).filter(({ id }) => !complete.has(id) && !live.some((turn) => turn.id === id));
  const waiting: LiveTurn[] = [
    ...unseen.map(({ id, message }) => ({ id, message, status: "RUNNING" as const, steps: [], content: "", cards: 0 })),
    ...live,
  ];
  const busy = waiting.some(({ status }) => status === "SENDING" || status === "RUNNING" || status === "COMPLETED");
  const { scroller, content, away, toEnd } = useStickToEnd();

  const { post, arrived } = useOutbox(
    threadId,
    dispatch,
    useCallback(() => setBegun(true), []),
    props.onGone,
  );
  useEffect(() => {
    for (const { id, status } of turns) if (status === "COMPLETED" || status === "FAILED") arrived(id);
  }, [turns, arrived]);
  const stop = async () => {
    const made = waiting.find(({ status }) => status === "SENDING" || status === "RUNNING");
    if (!made) return;
    // The button that was pressed can't be pressed any more.
    focusComposer();
    const { stopReply } = await import("./stop-reply.ts");
    const problem = await stopReply(client, made.id);
    if (problem) toast(problem, { tone: "bad" });
  };
  const send = useCallback(
    (message: string, turnId: string) => {
      post({ turnId, message });
      setSpoken("");
      setBegun(true);
      onBegin();
      toEnd();
    },
    [onBegin, post, toEnd],
  );
  const say = useCallback(
    (message: string) => {
      if (!busy) send(message, uuid());
    },
    [busy, send],
  );
  const retry = (turn: LiveTurn) => {
    // What never arrived keeps its id, so that it can't become two turns; what failed is a new attempt.
    if (turn.status === "UNSENT") return send(turn.message, turn.id);
    dispatch({ type: "settled", turnIds: new Set([turn.id]) });
    say(turn.message);
  };
  const focusComposer = useComposerFocus(composer);
  const edit = useCallback((message: string) => composer.current?.write(message), []);
  const [drafts] = useState<FormDrafts>(() => new Map());
  const actions = useMemo(
    () => ({ say, edit, refreshOpen, focusComposer, drafts }),
    [say, edit, refreshOpen, focusComposer, drafts],
  );

  const title = thread && shownTitle(thread.title);
  const missing = readable && !fetching && !error && data && !thread && waiting.length === 0;
  const empty = !readable && waiting.length === 0;

  const conversation = (
    <Conversation
      thread={thread}
      served={served}
      waiting={waiting}
      step={busy ? (waiting.at(-1)?.steps.at(-1)?.label ?? "") : undefined}
      spoken={spoken}
      onRetry={retry}
    />
  );
  return (
    <ThreadActionsContext value={actions}>
      <div className={styles.view}>
        <title>{title ? `${title} · Modelwright` : "Modelwright"}</title>
        <h1 className="visually-hidden">{title ?? "New chat"}</h1>
        <div className={styles.scroller} ref={scroller} data-scroller>
          <div className={styles.column} ref={content}>
            {empty && <EmptyThread onSay={say} />}
            {(missing || (error && !thread)) && (
              <Suspense fallback={null}>
                <NoThread error={error} refetch={refetch} />
              </Suspense>
            )}
            {!isNew && fetching && !thread && <Spinner label="Opening the conversation" />}
            {(nodes.length > 0 || waiting.length > 0) &&
              (served.size > 0 ? conversation : <Suspense fallback={null}>{conversation}</Suspense>)}
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
              onSend={(message) => send(message, uuid())}
              onStop={stop}
            />
            {served.size > 0 && <EndFirst />}
          </div>
        </div>
      </div>
    </ThreadActionsContext>
  );
}
