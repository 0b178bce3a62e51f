import type { ChatEventType } from "../../gql/graphql.ts";

/** A turn while it is made: what is known of it before it can be read whole. */
export interface LiveTurn {
  id: string;
  message: string;
  /** SENDING: not yet heard of from the server. UNSENT: the message did not arrive; `problem` says why. */
  status: "SENDING" | "RUNNING" | "COMPLETED" | "FAILED" | "UNSENT";
  steps: readonly { step: string; label: string }[];
  content: string;
  cards: number;
  problem?: string;
  /** UNSENT, and will be sent again by itself. */
  waiting?: boolean;
}

export type LiveTurns = readonly LiveTurn[];

export interface StreamedEvent {
  seq: number;
  turnId: string;
  type: ChatEventType;
  payload: unknown;
}

export type LiveAction =
  | { type: "sent"; turnId: string; message: string }
  | { type: "unsent"; turnId: string; problem: string; waiting: boolean }
  | { type: "events"; events: readonly StreamedEvent[] }
  /** These turns can be read whole now, or are none of ours any more. */
  | { type: "settled"; turnIds: ReadonlySet<string> };

/** What a thread shows beyond the turns that can be read whole. Pure: the same actions give the same turns. */
export function liveTurns(turns: LiveTurns, action: LiveAction): LiveTurns {
  switch (action.type) {
    case "sent":
      return put(turns, { ...blank(action.turnId), message: action.message });
    case "unsent":
      return change(turns, action.turnId, (turn) =>
        turn.status === "SENDING" || turn.status === "UNSENT"
          ? { ...turn, status: "UNSENT", problem: action.problem, waiting: action.waiting }
          : turn,
      );
    case "events":
      return action.events.reduce(withEvent, turns);
    case "settled": {
      const left = turns.filter((turn) => !action.turnIds.has(turn.id));
      return left.length === turns.length ? turns : left;
    }
  }
}

function withEvent(turns: LiveTurns, { turnId, type, payload }: StreamedEvent): LiveTurns {
  const text = (name: string) => textOf(payload, name);
  switch (type) {
    case "TURN_STARTED": {
      // A turn that is served again after a crash begins anew.
      const known = turns.find((turn) => turn.id === turnId);
      return put(turns, { ...blank(turnId), message: text("message") || (known?.message ?? ""), status: "RUNNING" });
    }
    case "STEP":
      return change(turns, turnId, (turn) => ({
        ...turn,
        steps: [...turn.steps, { step: text("step"), label: text("label") }],
      }));
    case "TOKEN":
      return change(turns, turnId, (turn) => ({ ...turn, content: turn.content + text("text") }));
    case "CARD":
      return change(turns, turnId, (turn) => ({ ...turn, cards: turn.cards + 1 }));
    case "PENDING":
      return turns;
    case "TURN_COMPLETED":
      return change(turns, turnId, (turn) => ({ ...turn, status: "COMPLETED" }));
    case "TURN_FAILED":
      return change(turns, turnId, (turn) => ({ ...turn, status: "FAILED", problem: text("message") }));
  }
}

function blank(id: string): LiveTurn {
  return { id, message: "", status: "SENDING", steps: [], content: "", cards: 0 };
}

function put(turns: LiveTurns, turn: LiveTurn): LiveTurns {
  const known = turns.some(({ id }) => id === turn.id);
  return known ? turns.map((other) => (other.id === turn.id ? turn : other)) : [...turns, turn];
}

/** Events of a turn whose start was not seen count from here on. */
function change(turns: LiveTurns, id: string, to: (turn: LiveTurn) => LiveTurn): LiveTurns {
  const known = turns.find((turn) => turn.id === id) ?? { ...blank(id), status: "RUNNING" };
  return put(turns, to(known));
}

function textOf(payload: unknown, name: string): string {
  if (typeof payload !== "object" || payload === null) return "";
  const value = Object.entries(payload).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
