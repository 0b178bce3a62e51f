import type { ModelDefinition } from "../../../models/definitions/define-model.ts";
import type { Interpretation, InterpretationContext, SlotEvidence } from "../../interpreter.ts";
import type { ProposedIntent } from "../proposal.ts";
import type { MessageText, Span } from "./message-text.ts";

/**
 * The model that a prediction is for, with the words that say so where the message does: its name, or something that it knows of.
 * Without such words the model only serves to read the features, and makes no slot.
 */
export type PredictedModel = { definition: ModelDefinition; words?: Span } | { unknown: string } | undefined;

/**
 * The model that is named; else the one that the built-in interpreter links the message to; else the proposed one, when features
 * of it are proposed; else, of those that have most of the proposed features, the one spoken of, the active one, or the only
 * one. A name that there is none of counts only when the built-in interpreter reads it as a name too: "passenger" is none.
 */
export function predictedModel(
  said: SlotEvidence | undefined,
  { features, slots }: ProposedIntent,
  { models, focus, activeModel }: InterpretationContext,
  message: MessageText,
  builtIn: Interpretation,
): PredictedModel {
  const definitionOf = (name: unknown) => models.find(({ definition }) => definition.name === name)?.definition;
  const known = ({ features: own }: ModelDefinition) =>
    features.filter(({ name }) => own.some((feature) => feature.name === name)).length;
  const named = definitionOf(said?.value);
  if (named && said) return { definition: named, words: said };
  const predictions = builtIn.intents.filter(({ intent }) => intent === "PREDICT");
  const linked = predictions.flatMap(({ evidence }) => evidence).find(({ slot }) => slot === "model");
  if (said && said.value === linked?.value) return { unknown: said.text };
  const byRules = definitionOf(linked?.value);
  if (byRules && linked) return { definition: byRules, words: linked };
  const proposed = slots.find(({ slot }) => slot === "model");
  const meant = definitionOf(proposed?.value);
  const words = message.find(proposed?.evidence ?? "");
  if (meant && words && known(meant) > 0) return { definition: meant, words };
  const most = Math.max(...models.map(({ definition }) => known(definition)));
  const owners = models.map(({ definition }) => definition).filter((definition) => known(definition) === most);
  const chosen = owners.find(({ name }) => name === focus.model) ?? owners.find(({ name }) => name === activeModel);
  const definition = chosen ?? (owners.length === 1 ? owners[0] : undefined);
  return definition && { definition };
}
