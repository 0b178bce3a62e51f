import type { FeatureDefinition } from "../../models/definitions/define-model.ts";
import { helpTopicsOf } from "./help-topics.ts";
import { plainText } from "./plain-text.ts";

/** What is longer says something of its own. */
const longest = 120;

const whatChanges =
  /^(?:(?:and|so|but|wait|ok|okay|hm+|well|yes|sure|please) )*(?:(?:what|which things?)(?: exactly| else| all)? (?:will|would|does|is|s|are|gets|changes|happens|it|this|that|the)\b.*\b(?:changes?|changed|happens?|affected|replaced|lost|do|does|means?|effects?|consequences?|impact|plan|if i (?:do|say|confirm|agree)\b.*)|what (?:changes|happens)(?: then| exactly| if i .*)?|(?:explain|describe|show)(?: me)?(?: (?:it|that|this|the|plan|changes?|effects?|details|first))*|(?:more )?details|tell me more|why|what|huh|what exactly|(?:is|can|will) (?:it|that|this)\b.*\b(?:safe|reversible|undone|undo|back|reversed))(?: please| exactly| then| now| here)*$/;
/** "Can that be undone?" is about this plan, not about rolling back in general. */
const undoIt = /\b(?:it|that|this)\b.*\bund(?:o|one)\b/;
const notNow =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|maybe|perhaps|well|hm+|i think so|probably) )*(?:(?:but )?(?:not (?:now|yet|today|right now|at the moment|this minute)|later|in (?:a|an|one|half an) (?:minute|moment|bit|while|hour)|tonight|tomorrow|next week|give me a (?:minute|moment|second)|let me (?:think|check|see)\b.*|i will think\b.*|ill think\b.*|i am not sure|im not sure|not sure|i (?:do not|dont) know(?: yet)?)|maybe|perhaps|probably|i think so)(?: please| yet)?$/;
const cannotSay =
  /\b(?:(?:do not|dont|did not|didnt|cannot|cant|could not|couldnt|no|not) (?:really )?(?:know|idea|tell|remember|say|clue|sure|recall)|have no (?:idea|clue)|(?:just|not|please|cant you|you) (?:just )?(?:guess|assume|pick (?:one|any|something)|choose (?:one|for me))|unsure|unknown|is not known)\b/;
const whyNeeded =
  /\b(?:why|what for|(?:do|does) (?:you|it|the model) (?:really )?need|needed|necessary|required|matter|have to)\b/;
const asksOptions =
  /^(?:(?:ok|and|so|sorry|hm+|wait) )*(?:which|what)(?: ones?| are| were| is| options?| choices?| my| the| can i| do i| have i)*(?: there| again| options?| choices?| possible| available| choose| pick| have| got)*(?: again| please)?$/;
const whatIsIt = /\b(?:what|which|whats|explain|mean|means|meaning|options|choices|values|possible)\b/;

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

/** What a message asks of a feature that is waited for: what if it is not known, why it is needed, what it means. */
export interface AboutFeature {
  kind: "CANNOT_SAY" | "WHY" | "WHAT_IS_IT";
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
  const byLast = features.filter((feature) => says(lastWordOf(feature)));
  const named =
    features.find((feature) => wordsOf(feature).some(says)) ?? (byLast.length === 1 ? byLast[0] : undefined);
  const feature = named ?? features.find(({ name }) => missing.includes(name));
  if (!feature) return undefined;
  if (cannotSay.test(text)) return { kind: "CANNOT_SAY", feature };
  if (whyNeeded.test(text) && (named || text.split(" ").length <= 6)) return { kind: "WHY", feature };
  const isOfModels = /\bmodels?\b|\bversions?\b/.test(text);
  return named && whatIsIt.test(text) && !isOfModels ? { kind: "WHAT_IS_IT", feature } : undefined;
}

function wordsOf({ name, label }: { name: string; label?: string | undefined }): string[] {
  return [name.replaceAll("_", " "), ...(label ? [label] : [])].map((word) => word.toLowerCase());
}

/** "Years", for the model year, where no other feature ends so. */
function lastWordOf({ name }: { name: string }): string {
  return name.split("_").at(-1) ?? name;
}
