import type { Gate, Plan, WriteAction } from "../../actions/define-action.ts";
import { type Approval, planAction, runAction } from "../../actions/run-action.ts";
import type { AuditAction } from "../../audit/audit-events.ts";
import type { Intent, Slots } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";
import type { Ask, Outcome } from "../outcome.ts";

/**
 * A request made exact: the action's input; or a question that must be answered first; or why there is nothing to do; or what can be done
 * instead, with the reason.
 */
export type Resolved<Input> =
  | { input: Input }
  | { ask: Ask }
  | { outcome: Outcome }
  | { instead: Intent; because: string };

/** A plan that is shown for confirmation. */
export interface ShownPlan {
  title: string;
  question: string;
  effects: string[];
  gates: Gate[];
  digest: string;
}

/** Done at once. `key` makes it happen once, however often the turn is run. */
export interface DirectHandler {
  kind: "direct";
  /** Names of the actions it calls. */
  actions: readonly string[];
  perform(context: AgentContext, slots: Slots, key: string): Promise<Outcome | { ask: Ask }>;
}

/** Shown as a plan, confirmed by the person, and then done exactly so. */
export interface ConfirmedHandler {
  kind: "confirmed";
  actions: readonly string[];
  resolve(context: AgentContext, slots: Slots): Promise<Resolved<unknown>>;
  plan(context: AgentContext, input: unknown, expiresAt: Date): Promise<ShownPlan>;
  execute(context: AgentContext, input: unknown, approval: Approval, key: string): Promise<Outcome>;
}

/** Needs features, which are gathered first. */
export interface PredictionHandler {
  kind: "prediction";
  actions: readonly string[];
}

export type IntentHandler = DirectHandler | ConfirmedHandler | PredictionHandler;

/** Makes a handler for an action that needs a confirmation. */
export function confirmed<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  how: {
    /** What is asked to be confirmed: "Promote version 2 of titanic". */
    heading(input: Input): string;
    /** The same as a question to the person, with what matters most of what it changes, in Markdown. */
    question(plan: ActPlan): string;
    resolve(context: AgentContext, slots: Slots): Promise<Resolved<Input>>;
    done(result: Result, context: AgentContext): Promise<Outcome> | Outcome;
  },
): ConfirmedHandler {
  return {
    kind: "confirmed",
    actions: [action.name],
    resolve: how.resolve,
    async plan({ scope }, input, expiresAt) {
      const { plan, digest } = await planAction(action, input, scope, expiresAt);
      const { effects, gates } = plan;
      return { title: how.heading(action.input.parse(input)), question: how.question(plan), effects, gates, digest };
    },
    async execute(context, input, approval, key) {
      const result = await runAction(action, input, context.scope, { approval, idempotencyKey: key });
      return how.done(result, context);
    },
  };
}
