import { Annotation } from "@langchain/langgraph";
import type { Later } from "../chat/follow-ups.ts";
import type { PendingAnswer } from "../chat/pending.ts";
import type { Interpretation, InterpretedIntent, SlotEvidence } from "../language/interpreter.ts";
import type { FeatureValues } from "../models/definitions/define-model.ts";
import type { Ask, Outcome } from "./outcome.ts";

/** What is gathered for a prediction. */
export interface Gathering {
  model?: string;
  version?: number;
  values: FeatureValues;
  evidence: SlotEvidence[];
  /** What was said but can't be, in sentences. */
  problems: string[];
  /** The person was shown what was only hinted at. */
  weakShown: boolean;
}

/** A plan as it was shown. */
export interface ShownApproval {
  title: string;
  question: string;
  effects: string[];
  gates: { name: string; passed: boolean; detail: string }[];
  digest: string;
  /** RFC 3339. */
  expiresAt: string;
  about?: { model: string; version?: number | undefined } | undefined;
}

/** The intent that is being served, by how far it has come. */
export type Current =
  | { phase: "act"; intent: InterpretedIntent }
  | { phase: "choose"; intent: InterpretedIntent; ask: Ask }
  | { phase: "gather"; intent: InterpretedIntent; gathering: Gathering }
  | { phase: "plan"; intent: InterpretedIntent; input: unknown }
  | { phase: "confirm"; intent: InterpretedIntent; input: unknown; approval: ShownApproval }
  | { phase: "execute"; intent: InterpretedIntent; input: unknown; approval: ShownApproval };

/** The graph's state: small, since each checkpoint holds it. History lives in our own tables. */
export const AgentState = Annotation.Root({
  /** The turn that is being served; another one after a resume. */
  turnId: Annotation<string>,
  message: Annotation<string>,
  /** How the turn's message was understood. */
  interpretation: Annotation<Interpretation | null>,
  /** What the message answers the thread's waiting run with; that run is resumed with it when this one has ended. */
  answer: Annotation<PendingAnswer | null>,
  /** Intents that are still to be served, in the order asked. */
  queue: Annotation<InterpretedIntent[]>,
  current: Annotation<Current | null>,
  /** The models that the last choice of the run offered, and the version that was said with it. */
  chosenOf: Annotation<{ models: string[]; version?: number } | null>,
  /** How many intents the run has begun: the second half of each idempotency key. */
  served: Annotation<number>,
  /** What was asked behind trainings that this turn began. */
  later: Annotation<Later[]>,
  /** What came of this turn's intents so far. */
  outcomes: Annotation<Outcome[]>,
});

export type AgentStateValue = typeof AgentState.State;
export type AgentStateUpdate = typeof AgentState.Update;
