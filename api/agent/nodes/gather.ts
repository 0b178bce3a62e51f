import { interrupt } from "@langchain/langgraph";
import { runRead } from "../../actions/run-action.ts";
import { type Pending, pendingAnswerSchema } from "../../chat/pending.ts";
import { describeModel } from "../../models/describe-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import { MissingFeaturesError } from "../../platform/errors.ts";
import { predict } from "../../predictions/predict.ts";
import { featuresOf } from "../intents/model-of-features.ts";
import { predictionOutcome } from "../intents/predict.ts";
import type { Gathering } from "../state.ts";
import { cancelled, ended, type Node, orRefuse } from "./node.ts";

const dropped = "All right, no prediction then.";

/**
 * Predicts when everything is known, and asks for the rest otherwise. What was only hinted at counts as missing until the person
 * was shown it, and what was said impossibly is missing again. The prediction itself changes nothing, so this node may run again.
 */
export const gather: Node = async (state, context) => {
  const { current } = state;
  if (current?.phase !== "gather") throw new Error("nothing to gather");
  const { intent, gathering } = current;
  const target = {
    model:
      gathering.model ??
      (gathering.version === undefined ? undefined : (context.focus.model ?? context.world.activeModel)),
    version: gathering.version,
  };
  const made = await orRefuse(() => runRead(predict, { ...target, features: usableValues(gathering) }, context.scope));
  if ("value" in made) return ended(state, predictionOutcome(made.value, gathering), context);
  if (!(made.error instanceof MissingFeaturesError)) return ended(state, made.refused, context);

  const { model, version } = made.error;
  const described = await runRead(describeModel, { model, version }, context.scope);
  const definition = definitionOf(described.model);
  const asked: Pending = {
    kind: "FEATURES",
    intent: intent.intent,
    model,
    version,
    definition,
    values: gathering.values,
    missing: made.error.missing.filter((name) => gathering.values[name] === undefined),
    weak: gathering.weakShown ? [] : weakOf(gathering),
    problems: gathering.problems,
  };
  const answer = pendingAnswerSchema.parse(interrupt(asked));
  if (!("features" in answer)) return cancelled(state, dropped);
  const guesses = featuresOf(weakOf(gathering));
  if (answer.rejectsGuesses && guesses.length === 0) return cancelled(state, dropped);
  const gone = new Set([...answer.refused, ...(answer.rejectsGuesses ? guesses : [])]);
  const kept = Object.entries(gathering.values).filter(([name]) => !gone.has(name));
  const replaced = new Set([...Object.keys(answer.features), ...gone]);
  return {
    current: {
      phase: "gather",
      intent,
      gathering: {
        ...gathering,
        values: { ...Object.fromEntries(kept), ...answer.features },
        evidence: [
          ...gathering.evidence.filter((item) => featuresOf([item]).every((name) => !replaced.has(name))),
          ...answer.evidence,
        ],
        problems: answer.problems,
        weakShown: true,
      },
    },
  };
};

function weakOf({ evidence, values }: Gathering) {
  return evidence.filter((item) => item.weak && featuresOf([item]).some((name) => values[name] !== undefined));
}

function usableValues(gathering: Gathering) {
  if (gathering.weakShown) return gathering.values;
  const weak = new Set(featuresOf(weakOf(gathering)));
  return Object.fromEntries(Object.entries(gathering.values).filter(([name]) => !weak.has(name)));
}
