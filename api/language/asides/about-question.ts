import type { FeatureDefinition } from "../../models/definitions/define-model.ts";
import { helpTopicsOf } from "./help-topics.ts";
import { plainText } from "./plain-text.ts";

/** What is longer says something of its own. */
const longest = 120;

const whatChanges =
  /^(?:(?:and|so|but|wait|ok|okay|hm+|well|yes|sure|please) )*(?:(?:what|which things?)(?: exactly| else| all)? (?:will|would|does|is|s|are|gets|changes|happens|it|this|that|the)\b.*\b(?:changes?|changed|happens?|affected|replaced|lost|do|does|means?|effects?|consequences?|impact|plan|if i (?:do|say|confirm|agree)\b.*)|what (?:changes|happens)(?: then| exactly| if i .*)?|(?:explain|describe|show)(?: me)?(?: (?:it|that|this|the|plan|changes?|effects?|details|first))*|(?:more )?details|tell me more|(?:are you|how) (?:sure|certain|confident)(?: are you)?(?: (?:about|of) (?:it|that|this))?|why|what|huh|what exactly|(?:is|can|will) (?:it|that|this)\b.*\b(?:safe|reversible|undone|undo|back|reversed))(?: please| exactly| then| now| here)*$/;
/** "Can that be undone?" is about this plan, not about rolling back in general. */
const undoIt = /\b(?:it|that|this)\b.*\bund(?:o|one)\b/;
const notNow =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|maybe|perhaps|well|hm+|i think so|probably) )*(?:(?:but )?(?:not (?:now|yet|today|right now|at the moment|this minute)|later|in (?:a|an|one|half an) (?:minute|moment|bit|while|hour)|tonight|tomorrow|next week|give me a (?:minute|moment|second)|let me (?:think|check|see)\b.*|i will think\b.*|ill think\b.*|i am not sure|im not sure|not sure|i (?:do not|dont) know(?: yet)?)|maybe|perhaps|probably|i think so)(?: please| yet)?$/;
const cannotSay =
  /\b(?:(?:do not|dont|did not|didnt|cannot|cant|could not|couldnt|no|not) (?:really )?(?:know|idea|tell|remember|say|clue|sure|recall)|have no (?:idea|clue)|(?:just|not|please|cant you|you) (?:just )?(?:guess|assume|pick (?:one|any|something)|choose (?:one|for me))|unsure|unknown|is not known|(?:could not|couldnt|cannot|cant|can not|unable to|did not|didnt|was not able to|were not able to|not possible to) (?:\w+ )?(?:determine|measure|find out|establish|read|see|get|identify)|not (?:recorded|measured|given|noted|determined|available|written|documented)|(?:was|were) never (?:recorded|measured|noted))\b/;
const whyNeeded =
  /\b(?:why|what for|(?:do|does) (?:you|it|the model) (?:really )?need|needed|necessary|required|matter|have to)\b/;
const asksOptions =
  /^(?:(?:ok|and|so|sorry|hm+|wait) )*(?:which|what)(?: ones?| are| were| is| options?| choices?| my| the| can i| do i| have i)*(?: there| again| options?| choices?| possible| available| choose| pick| have| got)*(?: again| please)?$/;
const whatIsIt =
  /\b(?:what|which|whats|explain|mean|means|meaning|options|choices|values|possible|counts? as|normal|usual|typical|average|range)\b|^(?:and |so |but )*(?:is|are|was) \w+ (?:in|a|an|the|really|still|part)\b/;
const vague =
  /^(?:(?:it is|it was|its|he is|she is|i think|rather|quite|very|pretty|fairly|really|kind of|sort of|somewhat|a bit|bit|not|too|so|hm+|well|about|maybe|just|the|a) )*(?:heavy|light|big|small|large|tall|long|short|fast|slow|quick|powerful|strong|weak|old|new|normal|average|medium|typical|standard|usual|fat|thin|chubby|tiny|huge|high|low|deep)(?: (?:i think|i guess|one|i suppose|enough|really))?$/;

function shortText(message: string): string | undefined {
  const text = plainText(message).replace(/[#👍👎]/gu, "");
  return text === "" || text.length > longest ? undefined : text;
}

/** What a message asks of a change that waits for a yes: to be left for later, or what it would do. */
export function readAboutChange(message: string): "NOT_NOW" | "WHAT_CHANGES" | undefined {
  const text = shortText(message);
  if (text === undefined) return undefined;
  if (notNow.test(text)) return "NOT_NOW";
  const isElsewhere = helpTopicsOf(text).length > 0 && !undoIt.test(text);
  return whatChanges.test(text) && !isElsewhere ? "WHAT_CHANGES" : undefined;
}

/** What a message asks of a choice that waits: which there are; or that it can't be made. */
export function readAboutChoice(message: string): "WHICH" | "CANNOT_SAY" | undefined {
  const text = shortText(message);
  if (text === undefined) return undefined;
  if (asksOptions.test(text)) return "WHICH";
  return cannotSay.test(text) || /^(?:why|what)$/.test(text) ? "CANNOT_SAY" : undefined;
}

/**
 * What a message asks of a feature that is waited for: what if it is not known, why it is needed, what it means; or says of it, without
 * a number ("quite heavy").
 */
export interface AboutFeature {
  kind: "CANNOT_SAY" | "WHY" | "WHAT_IS_IT" | "VAGUE";
  feature: FeatureDefinition;
}

/** Reads a question about a feature: the one that is named, else the first that is missing. */
export function readAboutFeature(
  message: string,
  features: readonly FeatureDefinition[],
  missing: readonly string[],
): AboutFeature | undefined {
  const text = shortText(message);
  if (text === undefined) return undefined;
  const says = (word: string) => new RegExp(` ${word}(?:s|es)? `).test(` ${text} `);
  const alone = (of: (feature: FeatureDefinition) => string[]) => {
    const found = features.filter((feature) => of(feature).some(says));
    return found.length === 1 ? found[0] : undefined;
  };
  const named =
    features.find((feature) => wordsOf(feature).some(says)) ??
    alone(({ name }) => [name.split("_").at(-1) ?? name]) ??
    alone(({ name }) => [name.split("_")[0] ?? name]) ??
    alone(categoriesOf);
  const open = features.filter(({ name }) => missing.includes(name));
  const feature = named ?? open[0];
  if (!feature) return undefined;
  if (vague.test(text)) {
    const measured = [named, ...open].filter((item) => item?.kind === "NUMERIC");
    const meant = measured.find((item) => item && isSaidOf(text, item)) ?? measured[0];
    if (meant) return { kind: "VAGUE", feature: meant };
  }
  if (cannotSay.test(text)) return { kind: "CANNOT_SAY", feature };
  if (whyNeeded.test(text) && (named || text.split(" ").length <= 6)) return { kind: "WHY", feature };
  if (!named && (usual.test(text) || possible.test(text))) return { kind: "WHAT_IS_IT", feature };
  const isOfModels = /\bmodels?\b|\bversions?\b/.test(text);
  return named && whatIsIt.test(text) && !isOfModels ? { kind: "WHAT_IS_IT", feature } : undefined;
}

function wordsOf({ name, label }: { name: string; label?: string | undefined }): string[] {
  return [name.replaceAll("_", " "), ...(label ? [label] : [])].map((word) => word.toLowerCase());
}

/** "Which ones can I choose?", "what can it be then?" */
const possible =
  /^(?:and |so |but |ok |then )*(?:which|what)(?: \w+)? (?:can|could|may|should|do) (?:i|we|it|that|this|you|one)(?: \w+){0,2}(?: (?:then|now|here|please|again))*$|^(?:and |so |ok )*(?:what|which) (?:are|were) (?:the|my) (?:options|choices|possibilities|values|answers)(?: again)?$/;
const usual =
  /^(?:and |so |but )*(?:what|whats|how much) (?:is |are )?(?:a |the )?(?:normal|usual|typical|average|range|common)\b/;

/** What words without a number are said of, by the unit that it is measured in. */
const saidOf: readonly [RegExp, RegExp][] = [
  [/\b(?:heavy|light|fat|thin|chubby)\b/, /^(?:g|kg|lbs?|oz|t)$/],
  [/\b(?:fast|slow|quick)\b/, /^s$|^seconds?$|mph|km\/h/],
  [/\b(?:powerful|strong|weak)\b/, /^hp$|^kw$/i],
  [/\b(?:long|short|tall|deep)\b/, /^(?:mm|cm|m|in|ft)$/],
];

function isSaidOf(text: string, feature: FeatureDefinition): boolean {
  const unit = feature.kind === "NUMERIC" ? feature.unit : undefined;
  return unit !== undefined && saidOf.some(([words, units]) => words.test(text) && units.test(unit));
}

/** "Child", of the age group: first words of what it can be. */
function categoriesOf(feature: FeatureDefinition): string[] {
  if (feature.kind !== "CATEGORICAL") return [];
  return feature.categories
    .flatMap(({ label }) => plainText(label).split(" ")[0] ?? [])
    .filter((word) => word.length > 3);
}
