import type {
  CategoricalFeature,
  FeatureValues,
  ModelDefinition,
  NumericFeature,
} from "../../../models/definitions/define-model.ts";
import { possibleValues } from "../../../models/definitions/possible-values.ts";
import { compileDefinition } from "../../built-in/features/compiled-definition.ts";
import { spokenName } from "../../built-in/features/feature-reading.ts";
import { readFeatures } from "../../built-in/features/read-features.ts";
import { readNumbers } from "../../built-in/text/numbers.ts";
import type { Interpretation, SlotEvidence, SlotProblem } from "../../interpreter.ts";
import type { ProposedFeature } from "../proposal.ts";
import { type MessageText, type Span, tokensOf } from "./message-text.ts";

/** Most proposed features that are looked at. */
const mostFeatures = 200;

export interface AcceptedFeatures {
  features: FeatureValues;
  evidence: SlotEvidence[];
  problems: SlotProblem[];
}

type Verdict = { value: string | number; weak: boolean } | { problem: string } | undefined;

/**
 * The proposed features that the message backs. A value counts outright only when its words say it by themselves or the built-in
 * interpreter read the same; words that stand in the message but say it in a way that only the language model understands make
 * weak evidence, which is shown to the person before it counts. What has no words in the message is dropped.
 */
export function acceptFeatures(
  proposed: readonly ProposedFeature[],
  definition: ModelDefinition,
  message: MessageText,
  builtIn: Interpretation,
): AcceptedFeatures {
  const accepted: AcceptedFeatures = { features: {}, evidence: [], problems: [] };
  for (const { name, value, evidence, hint } of proposed.slice(0, mostFeatures)) {
    const feature = definition.features.find((candidate) => candidate.name === name);
    const span = message.find(evidence);
    if (!feature || !span || Object.hasOwn(accepted.features, name)) continue;
    const agrees = (candidate: string | number) => readsAsWell(builtIn, `features.${name}`, candidate);
    const verdict =
      feature.kind === "CATEGORICAL"
        ? judgeCategory(feature, value, span, definition, message, agrees)
        : judgeNumber(feature, value, span, message, agrees);
    if (!verdict) continue;
    const slot = `features.${name}`;
    if ("problem" in verdict) accepted.problems.push({ slot, text: span.text, message: verdict.problem });
    else {
      accepted.features[name] = verdict.value;
      accepted.evidence.push({ slot, value: verdict.value, ...span, weak: verdict.weak || hint });
    }
  }
  const order = (slot: string) => definition.features.findIndex((feature) => slot === `features.${feature.name}`);
  accepted.evidence.sort((a, b) => order(a.slot) - order(b.slot));
  accepted.problems = accepted.problems.filter(
    ({ slot }) => !Object.hasOwn(accepted.features, slot.slice("features.".length)),
  );
  return accepted;
}

function judgeCategory(
  feature: CategoricalFeature,
  value: string,
  span: Span,
  definition: ModelDefinition,
  message: MessageText,
  agrees: (value: string) => boolean,
): Verdict {
  const category = feature.categories.find((candidate) => candidate.value.toLowerCase() === value.trim().toLowerCase());
  if (!category) return undefined;
  if (agrees(category.value)) return { value: category.value, weak: false };
  const said = readFeatures(span.text, compileDefinition(definition), tokensOf(span.text), new Set());
  const own = said.evidence.find(({ slot }) => slot === `features.${feature.name}`);
  if (own && own.value !== category.value) return undefined;
  if (own && message.isNegatedBefore(span)) return undefined;
  const problem = said.problems.find(({ slot }) => slot === `features.${feature.name}`);
  if (problem && !/\bnot\b|n't\b/i.test(span.text)) return { problem: problem.message };
  return { value: category.value, weak: own ? own.weak : true };
}

/** A number must stand in its words, or be what the built-in interpreter made of them (another unit). */
function judgeNumber(
  feature: NumericFeature,
  value: string,
  span: Span,
  message: MessageText,
  agrees: (value: number) => boolean,
): Verdict {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return undefined;
  const stands = readNumbers(tokensOf(span.text)).some(
    (mention) => mention.kind === "PLAIN" && mention.value === number,
  );
  if (!agrees(number) && (!stands || message.isNegatedBefore(span))) return undefined;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = feature;
  if (number < min || number > max)
    return { problem: `The ${spokenName(feature)} can't be ${number}: it is ${possibleValues(feature)}.` };
  return { value: number, weak: false };
}

/** Whether the built-in interpreter read this value outright. */
export function readsAsWell(builtIn: Interpretation, slot: string, value: unknown): boolean {
  const evidence = [...builtIn.intents.flatMap((intent) => intent.evidence), ...(builtIn.answer?.evidence ?? [])];
  return evidence.some((item) => item.slot === slot && item.value === value && !item.weak);
}
