import type { Gate as GateShape, Plan, WriteAction } from "../../../actions/define-action.ts";
import { type Approval, planAction } from "../../../actions/run-action.ts";
import type { AuditAction } from "../../../audit/audit-events.ts";
import { archiveVersion } from "../../../models/archive-version.ts";
import { promoteVersion } from "../../../models/promote-version.ts";
import { removeModel } from "../../../models/remove-model.ts";
import { rollback } from "../../../models/rollback.ts";
import { GatesFailedError, InvalidInputError } from "../../../platform/errors.ts";
import { builder } from "../builder.ts";
import { type GraphQLContext, scopeOf } from "../context.ts";
import { Gate } from "./cards.ts";
import { registryErrors } from "./errors.ts";

/** A plan rests on everything that it was made of, and is stale as soon as some of that has moved: it needs no other end. */
const standsUntilItMoves = new Date(8.64e15);

/**
 * The approval of exactly the plan that was shown, for `runAction`.
 * @param planDigest of `Query.plan`; null or undefined: whatever the plan is now
 */
export function approvalOf(planDigest: string | null | undefined): { approval?: Approval } {
  return planDigest ? { approval: { digest: planDigest, expiresAt: standsUntilItMoves } } : {};
}

interface ActionPlanShape {
  action: string;
  title: string;
  question: string;
  effects: string[];
  gates: GateShape[];
  digest: string;
}

interface Named {
  model: string;
  version: number | null | undefined;
}

type Planner = (named: Named, context: GraphQLContext) => Promise<ActionPlanShape>;

/** @param question names what will be acted on, as the plan found it */
function planner<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  inputOf: (named: Named) => Input,
  question: (plan: ActPlan) => string,
): Planner {
  return async (named, context) => {
    const { plan, digest } = await planAction(action, inputOf(named), scopeOf(context), standsUntilItMoves);
    const { effects, gates } = plan;
    return { action: action.name, title: action.title, question: question(plan), effects, gates, digest };
  };
}

function ofVersion({ model, version }: Named): { model: string; version: number } {
  if (typeof version === "number") return { model, version };
  throw new InvalidInputError("Name the version.", [{ path: "version", message: "is needed for this action" }]);
}

const planners = {
  PROMOTE_VERSION: planner(
    promoteVersion,
    ofVersion,
    ({ model, target }) => `Promote ${model.name} version ${target.version}?`,
  ),
  ARCHIVE_VERSION: planner(archiveVersion, ofVersion, ({ model, target }) =>
    target.stage === "PRODUCTION"
      ? `Take ${model.name} version ${target.version} off production?`
      : `Archive ${model.name} version ${target.version}?`,
  ),
  ROLLBACK: planner(
    rollback,
    ({ model, version }) => ({ model, version: version ?? undefined }),
    ({ model, target }) => `Roll ${model.name} back to version ${target.version}?`,
  ),
  REMOVE_MODEL: planner(
    removeModel,
    ({ model }) => ({ name: model, confirmName: model, inProduction: true }),
    ({ model }) => `Remove ${model.name}?`,
  ),
} satisfies Record<string, Planner>;

builder.objectField(GatesFailedError, "gates", (t) =>
  t.field({
    type: [Gate],
    description: "The checklist: those that hold, and those that don't.",
    resolve: ({ checklist }) => [...checklist],
  }),
);

const PlannedAction = builder.enumType("PlannedAction", {
  description: "The acts that change what answers predictions, or remove: each can be shown before it is done.",
  values: Object.keys(planners) as (keyof typeof planners)[],
});

const ActionPlan = builder.objectRef<ActionPlanShape>("ActionPlan").implement({
  description: "What an act would change, as things stand.",
  fields: (t) => ({
    action: t.exposeString("action", { description: "The mutation that does it." }),
    title: t.exposeString("title", { description: 'What is done: "Promote a version".' }),
    question: t.exposeString("question", { description: 'To be said yes to: "Roll titanic back to version 1?"' }),
    effects: t.exposeStringList("effects", { description: "Sentences: what will change." }),
    gates: t.field({
      type: [Gate],
      description:
        "The checklist: conditions that were looked at. All hold; where one does not, a GatesFailedError with all of them comes in place of the plan.",
      resolve: (plan) => plan.gates,
    }),
    digest: t.exposeString("digest", {
      description: "SHA-256 of the plan and all that it rests on: the mutation's `planDigest`, to do exactly this.",
    }),
  }),
});

builder.queryField("plan", (t) =>
  t.field({
    type: ActionPlan,
    description:
      "Says what an act would change, without doing it. Why it can't be done is an error, and stands in the audit log as a refusal.",
    // It looks into the artifact, under the locks of the act.
    complexity: 200,
    errors: { types: [...registryErrors, GatesFailedError], union: { name: "PlanResult" } },
    args: {
      action: t.arg({ type: PlannedAction, required: true }),
      model: t.arg.string({ required: true }),
      version: t.arg.int({ description: "As the mutation takes it." }),
    },
    resolve: (_parent, { action, model, version }, context) => planners[action]({ model, version }, context),
  }),
);
