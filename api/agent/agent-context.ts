import type { Scope } from "../actions/define-action.ts";
import type { Pending } from "../chat/pending.ts";
import type { Focus } from "../chat/reply.ts";
import type { Interpreter, KnownModel, SpentTokens } from "../language/interpreter.ts";

/** The steps that a client sees while a reply is made. */
export type Step = "interpret" | "gather" | "confirm" | "act" | "respond";

/** What the models are right now, as far as understanding a message needs it. */
export interface World {
  models: KnownModel[];
  activeModel?: string;
}

/** What a run of the agent is given, anew for each turn. None of it is kept in the graph's state. */
export interface AgentContext {
  scope: Scope;
  interpreter: Interpreter;
  world: World;
  /** What "it" means. Acts of the same message move it. */
  focus: Focus;
  /** What the thread waits for while this message is read. */
  pending: Pending | undefined;
  /** What the thread has spent on the language model, where that is limited. */
  spent: SpentTokens | undefined;
  /** Aborted when the process stops: no wait outlives it. */
  signal: AbortSignal;
  /** How long a plan that is shown may be confirmed. */
  confirmationMs: number;
  /** Tells the client what is being done; nobody waits for it to be told. */
  announce(step: Step, label: string): void;
}
