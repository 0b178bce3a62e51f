import type { ModelDefinition } from "../../../models/definitions/define-model.ts";
import type { Interpretation, InterpretationContext } from "../../interpreter.ts";
import type { ProposedIntent } from "../proposal.ts";

/** The model that a prediction is for; `named` says whether the message tells it, by name or by what it speaks of. */
export type PredictedModel = { definition: ModelDefinition; named: boolean } | { unknown: string } | undefined;

/**
 * The model that is named; else the one that the built-in interpreter links the message to; else the proposed one, when features
 * of it are proposed; else, of those that have most of the proposed features, the one spoken of, the active one, or the only one. A name
 * that there is none of counts only when the built-in interpreter reads it as a name too: "passenger" is none.
 */
export function predictedModel(
  said: string | undefined,
  { features, slots }: ProposedIntent,
  { models, focus, activeModel }: InterpretationContext,
  builtIn: Interpretation,
): PredictedModel {
  const definitionOf = (name: string | undefined) =>
    models.find(({ definition }) => definition.name === name)?.definition;
  const known = ({ features: own }: ModelDefinition) =>
    features.filter(({ name }) => own.some((feature) => feature.name === name)).length;
  const linked = builtIn.intents.find(({ intent }) => intent === "PREDICT")?.slots.model;
  const named = definitionOf(said);
  if (named) return { definition: named, named: true };
  if (said !== undefined && said === linked) return { unknown: said };
  const proposed = definitionOf(slots.find(({ slot }) => slot === "model")?.value);
  const meant = definitionOf(linked) ?? (proposed && known(proposed) > 0 ? proposed : undefined);
  if (meant) return { definition: meant, named: true };
  const most = Math.max(...models.map(({ definition }) => known(definition)));
  const owners = models.map(({ definition }) => definition).filter((definition) => known(definition) === most);
  const chosen = owners.find(({ name }) => name === focus.model) ?? owners.find(({ name }) => name === activeModel);
  const definition = chosen ?? (owners.length === 1 ? owners[0] : undefined);
  return definition && { definition, named: false };
}
