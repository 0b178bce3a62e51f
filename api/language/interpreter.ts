import type { FeatureValues, ModelDefinition } from "../models/definitions/define-model.ts";

/** What a person can ask for. The same names stand in GraphQL (enum Intent). */
export const intents = [
  "LIST_MODELS",
  "ACTIVE_MODEL",
  "MODEL_DETAILS",
  "COMPARE_VERSIONS",
  "PROMOTE",
  "ARCHIVE",
  "ROLLBACK",
  "REMOVE",
  "TRAIN",
  "TRAINING_STATUS",
  "CANCEL_TRAINING",
  "PREDICT",
  "AUDIT_HISTORY",
  "HELP",
  "OUT_OF_SCOPE",
] as const;
export type Intent = (typeof intents)[number];

/**
 * Canonical values. `model` is a known name, or the name as said when there is none such; `version` an integer; `testSize` the
 * fraction of the test part. A default never stands here: a slot that the message does not speak of is absent.
 */
export interface Slots {
  model?: string;
  version?: number;
  versions?: number[];
  testSize?: number;
  algorithm?: string;
  seed?: number;
  features?: FeatureValues;
  /** AUDIT_HISTORY: which kind of act is asked after ("who promoted version 1?" → "promoteVersion"). */
  auditAction?: string;
  /** ACTIVE_MODEL: a time that lies behind ("last Tuesday"), ISO 8601 in UTC; of a day its end. */
  at?: string;
  /** A version by its place, where several models have one and none is named: "archive the candidate". */
  place?: "LATEST" | "CANDIDATE" | "ANY";
  /** LIST_MODELS: which versions there are is asked for, of the model that is spoken of. */
  listed?: "VERSIONS";
}

/** How a training is to be done, as far as it was said. */
export interface TrainingOptions {
  testSize?: number | undefined;
  algorithm?: string | undefined;
  seed?: number | undefined;
}

/** The words of the message that a slot was read from. Offsets are UTF-16 code units into the message as it was given. */
export interface SlotEvidence {
  /** A slot's name; "features.sex" for a feature. */
  slot: string;
  value: unknown;
  /** Exactly message.slice(start, end). */
  text: string;
  start: number;
  end: number;
  /** Only hinted at: shown to the person before it counts. */
  weak: boolean;
}

/** A value that was said but can't be: an unknown class, a holdout of 5, a contradiction. Its slot stays absent. */
export interface SlotProblem {
  slot: string;
  text: string;
  /** A sentence for a person, with the values that are possible. */
  message: string;
  /** Of a version: those that it is one of ("promote 2 or 3", "one of the candidates"). */
  among?: readonly number[];
}

export interface InterpretedIntent {
  intent: Intent;
  /** 0 to 1. */
  confidence: number;
  slots: Slots;
  /** PREDICT: required features with no evidence in the message, in the definition's order. */
  missing: string[];
  evidence: SlotEvidence[];
  problems: SlotProblem[];
}

/** How a message bears on what the thread waits for. */
export type DialogueAct =
  /** Says yes to a confirmation. */
  | "AFFIRM"
  /** Says no to a confirmation. */
  | "DENY"
  /** "never mind": drops what is pending. */
  | "CANCEL"
  /** Gives (or corrects) what was asked for: `answer` holds the values. */
  | "ANSWER"
  /** Asks for something of its own: `intents` says what. */
  | "REQUEST";

export interface Interpretation {
  act: DialogueAct;
  /**
   * In the order asked; OUT_OF_SCOPE when nothing is asked that is known here. When `act` is not REQUEST: what is asked for besides ("yes,
   * and show me what is live"), mostly nothing.
   */
  intents: InterpretedIntent[];
  /** For ANSWER: features by the definition's names (FEATURES) or the option's value under "choice" (CHOICE). */
  answer?: { features?: FeatureValues; choice?: string; evidence: SlotEvidence[]; problems: SlotProblem[] };
  /** "BUILT_IN", or the provider that answered (OPENAI, ANTHROPIC, BEDROCK, OLLAMA, OPENAI_COMPATIBLE). */
  source: string;
  /** Why the built-in interpreter answered although a language model is configured. */
  fallback?: string;
  /** What the language model took to read the message; absent when none was asked. */
  usage?: Usage;
}

/** Tokens of a language model, and what they cost. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** The provider did not count all of it: the rest is estimated from the length of the texts. */
  estimated: boolean;
  /** By the configured prices, in `currency`; absent when no prices are configured. */
  cost?: number;
  currency?: string;
}

/** What a thread has spent on the language model so far. */
export interface SpentTokens {
  tokens: number;
  /** In the currency of the configured prices. */
  cost: number;
}

/** What the interpreter may know of the world: names and numbers, never rows. */
export interface InterpretationContext {
  /** Registered models and the shipped definitions that can be trained, by name. `versions` descending. */
  models: readonly KnownModel[];
  /** What "it" means: what the thread spoke of last. */
  focus: {
    model?: string;
    version?: number;
    runId?: string;
    /** What was predicted last, and with which model. */
    features?: FeatureValues;
    featuresOf?: string;
    /** The version that was named for it: what follows on it is of that one too. */
    featuresVersion?: number;
    /** Cases that were predicted before that one, the latest first: "back to the woman" is one of them. */
    earlier?: readonly { model: string; features: FeatureValues; version?: number | undefined }[];
    /** What was asked for last: "and penguins?" asks it again. */
    intent?: Intent;
    /** Versions that were compared last: "the other one" is one of them. */
    compared?: { model: string; versions: readonly number[] };
    /** The options of the last training, as they were said: "the same again". */
    training?: TrainingOptions;
  };
  /** What "yesterday" is counted from; without it no time is read. */
  now?: Date;
  /** The model whose production version answers when none is named. */
  activeModel?: string;
  /** What the thread waits for, if anything. */
  pending?: PendingContext;
  /** Given to an interpreter that has a budget. */
  spent?: SpentTokens;
}

export interface KnownModel {
  definition: ModelDefinition;
  registered: boolean;
  versions: readonly { version: number; stage: "CANDIDATE" | "PRODUCTION" | "ARCHIVED" }[];
}

export type PendingContext =
  | { kind: "FEATURES"; model: string; features: FeatureValues; missing: readonly string[] }
  | { kind: "CHOICE"; options: readonly { value: string; label: string }[] }
  | {
      kind: "CONFIRMATION";
      action: string;
      summary: string;
      /** What would change. */
      about?: { model: string; version?: number | undefined };
      /** The message that asked for it. */
      request?: string;
      /** Of which models it was chosen before, and the version that was said. */
      chosenOf?: { models: readonly string[]; version?: number | undefined };
    };

/**
 * Understands a message. Acts on nothing. Never throws on any text; a language model that fails, is late or answers badly is
 * replaced by the built-in interpreter, and `fallback` says so.
 */
export interface Interpreter {
  readonly name: string;
  /** Whether what a thread may spend is limited, so that `context.spent` is to be given. */
  readonly hasBudget?: boolean;
  interpret(message: string, context: InterpretationContext, signal?: AbortSignal): Promise<Interpretation>;
}
