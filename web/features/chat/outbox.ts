/** A message on its way. Its turn's id was chosen by us: sent twice it is still one turn. */
export interface OutgoingMessage {
  turnId: string;
  message: string;
}

/**
 * What came of sending: it arrived; it was refused, which trying again would not change; the conversation that it is for is gone; or nobody
 * could be reached.
 */
export type SendResult =
  | { kind: "arrived" }
  | { kind: "refused"; problem: string }
  | { kind: "gone" }
  | { kind: "unreachable"; problem: string };

/** What an outbox needs of its surroundings. */
export interface OutboxSurroundings {
  send: (message: OutgoingMessage) => Promise<SendResult>;
  /** Waits before another try, longer for a higher `attempt` (from 1); ends at once when the connection is back, or aborted. */
  backOff: (attempt: number, signal: AbortSignal) => Promise<void>;
  /** Keeps what has not arrived, so that it outlives a reload of the page. */
  keep: (messages: readonly OutgoingMessage[]) => void;
  /** A message could not be sent. It is `waiting` to be sent again by itself, or it was refused. */
  onUnsent: (message: OutgoingMessage, problem: string, waiting: boolean) => void;
  /** There is no conversation to send to any more. What has not arrived stays kept. */
  onGone: () => void;
}

export interface Outbox {
  /** Sends a message after those before it. */
  add: (message: OutgoingMessage) => void;
  /** The message's reply is there: what waits behind it need not wait for the answer to the sending. */
  arrived: (turnId: string) => void;
  /** Tries again now instead of later. */
  hurry: () => void;
  /** Stops sending. What has not arrived stays kept. */
  close: () => void;
}

/** Sends messages in their order, each until it has arrived or was refused. One waits at a time; the others stand behind it. */
export function openOutbox(surroundings: OutboxSurroundings): Outbox {
  const queue: OutgoingMessage[] = [];
  const closed = new AbortController();
  let wake = new AbortController();
  let sending = false;
  let settle: { turnId: string; as: (result: SendResult) => void } | undefined;

  async function work(): Promise<void> {
    for (let attempt = 1; queue[0] && !closed.signal.aborted; ) {
      const message = queue[0];
      const result = await new Promise<SendResult>((resolve, reject) => {
        settle = { turnId: message.turnId, as: resolve };
        surroundings.send(message).then(resolve, reject);
      });
      if (closed.signal.aborted) return;
      if (result.kind === "gone") return surroundings.onGone();
      if (result.kind === "unreachable") {
        for (const each of queue) surroundings.onUnsent(each, result.problem, true);
        wake = new AbortController();
        await surroundings.backOff(attempt, AbortSignal.any([wake.signal, closed.signal]));
        attempt += 1;
        continue;
      }
      queue.shift();
      surroundings.keep(queue);
      attempt = 1;
      if (result.kind === "refused") surroundings.onUnsent(message, result.problem, false);
    }
  }

  return {
    add(message) {
      if (queue.some(({ turnId }) => turnId === message.turnId)) return wake.abort();
      queue.push(message);
      surroundings.keep(queue);
      wake.abort();
      if (sending) return;
      sending = true;
      void work().finally(() => {
        sending = false;
      });
    },
    arrived(turnId) {
      if (settle?.turnId === turnId) settle.as({ kind: "arrived" });
    },
    hurry: () => wake.abort(),
    close: () => closed.abort(),
  };
}
