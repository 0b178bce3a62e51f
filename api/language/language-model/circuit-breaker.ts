/** How a call that was let through came out. */
export type CallResult =
  /** There was an answer, good or bad. */
  | "ANSWERED"
  /** There was none: it came too late, was refused for lack of room, or there is nobody. */
  | "UNANSWERED"
  /** Nothing was learnt: whoever asked went away first. */
  | "ABANDONED";

/** Says how a call came out; only the first time counts. */
export type Settle = (result: CallResult) => void;

export interface CircuitBreaker {
  /** Lets a call through, and is told how it came out; null when the other side is not to be asked now. */
  enter(): Settle | null;
}

export interface CircuitBreakerOptions {
  /** Calls without an answer, one after the other, that open the circuit. */
  mostUnanswered: number;
  /** How long nobody is let through then. After it one call tries; the others wait for how it comes out. */
  coolDownMs: number;
  /** A clock that never goes back, in milliseconds. */
  now(): number;
}

type State =
  | { kind: "CLOSED"; unanswered: number }
  | { kind: "OPEN"; until: number }
  /** `probe` is the call that tries. */
  | { kind: "HALF_OPEN"; probe: symbol };

/**
 * Keeps callers from waiting, each for its whole time-out, for somebody who does not answer. The pattern is M. Nygard's (Release It!,
 * 2007). Its state is one value, whatever happens; it starts closed.
 */
export function createCircuitBreaker({ mostUnanswered, coolDownMs, now }: CircuitBreakerOptions): CircuitBreaker {
  let state: State = { kind: "CLOSED", unanswered: 0 };
  const open = (): State => ({ kind: "OPEN", until: now() + coolDownMs });

  function settled(call: symbol, result: CallResult): State {
    const isProbe = state.kind === "HALF_OPEN" && state.probe === call;
    switch (result) {
      case "ANSWERED":
        // Also a call from before: whoever answers is there.
        return { kind: "CLOSED", unanswered: 0 };
      case "UNANSWERED":
        if (isProbe) return open();
        // Calls that were let through before the circuit opened say nothing new.
        if (state.kind !== "CLOSED") return state;
        return state.unanswered + 1 >= mostUnanswered ? open() : { kind: "CLOSED", unanswered: state.unanswered + 1 };
      case "ABANDONED":
        return isProbe ? { kind: "OPEN", until: now() } : state;
    }
  }

  return {
    enter() {
      if (state.kind === "HALF_OPEN" || (state.kind === "OPEN" && now() < state.until)) return null;
      const call = Symbol("call");
      if (state.kind === "OPEN") state = { kind: "HALF_OPEN", probe: call };
      let isSettled = false;
      return (result) => {
        if (isSettled) return;
        isSettled = true;
        state = settled(call, result);
      };
    },
  };
}
