import type { Pending, PendingOf } from "../chat/pending.ts";
import type { Interpretation } from "../language/interpreter.ts";
import { topicsOf } from "./intents/help-topics.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { code, featureWord, listWords } from "./wording.ts";

/** What is longer says something of its own. */
const longest = 120;

const whatChanges =
  /^(?:(?:and|so|but|wait|ok|okay|hm+|well|yes|sure|please) )*(?:(?:what|which things?)(?: exactly| else| all)? (?:will|would|does|is|s|are|gets|changes|happens|it|this|that|the)\b.*\b(?:changes?|changed|happens?|affected|replaced|lost|do|does|means?|effects?|consequences?|impact|plan|if i (?:do|say|confirm|agree)\b.*)|what (?:changes|happens)(?: then| exactly| if i .*)?|(?:explain|describe|show)(?: me)?(?: (?:it|that|this|the|plan|changes?|effects?|details|first))*|(?:more )?details|tell me more|why|what|huh|what exactly|(?:is|can|will) (?:it|that|this)\b.*\b(?:safe|reversible|undone|undo|back|reversed))(?: please| exactly| then| now| here)*$/;
/** "Can that be undone?" is about this plan, not about rolling back in general. */
const undoIt = /\b(?:it|that|this)\b.*\bund(?:o|one)\b/;
const notNow =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|maybe|perhaps|well|hm+|i think so|probably) )*(?:(?:but )?(?:not (?:now|yet|today|right now|at the moment|this minute)|later|in a (?:minute|moment|bit|while)|tomorrow|give me a (?:minute|moment|second)|let me (?:think|check|see)\b.*|i will think\b.*|ill think\b.*|i am not sure|im not sure|not sure|i (?:do not|dont) know(?: yet)?)|maybe|perhaps|probably|i think so)(?: please| yet)?$/;
const cannotSay =
  /\b(?:(?:do not|dont|did not|didnt|cannot|cant|could not|couldnt|no|not) (?:really )?(?:know|idea|tell|remember|say|clue|sure|recall)|have no (?:idea|clue)|unsure|unknown|is not known)\b/;
const whyNeeded =
  /\b(?:why|what for|(?:do|does) (?:you|it|the model) (?:really )?need|needed|necessary|required|matter|have to)\b/;
const asksOptions =
  /^(?:(?:ok|and|so|sorry|hm+|wait) )*(?:which|what)(?: ones?| are| were| is| options?| choices?| my| the| can i| do i| have i)*(?: there| again| options?| choices?| possible| available| choose| pick| have| got)*(?: again| please)?$/;
const whatIsIt = /\b(?:what|which|whats|explain|mean|means|meaning|options|choices|values|possible)\b/;

/**
 * The reply to a question about the question that waits: what would change by a yes, why a feature is needed, what if one does not know
 * it. The question itself stays open, and is asked again after. Null for any other message.
 */
export function aboutOpenQuestion(
  message: string,
  { act, intents }: Pick<Interpretation, "act" | "intents">,
  pending: Pending,
): Outcome | null {
  const isElse = intents.some(({ intent, slots }) =>
    pending.kind === "FEATURES" && /^(?:LIST_MODELS|MODEL_DETAILS)$/.test(intent)
      ? slots.model !== undefined
      : intent !== "OUT_OF_SCOPE" && intent !== "HELP",
  );
  if (act !== "REQUEST" || isElse) return null;
  const text = message
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (text === "" || text.length > longest) return null;
  switch (pending.kind) {
    case "CONFIRMATION":
      return ofConfirmation(text, pending);
    case "FEATURES":
      return ofFeatures(text, pending);
    case "CHOICE":
      if (asksOptions.test(text)) return outcome("CLARIFICATION", "These are the ones to choose from.");
      return cannotSay.test(text) || /^(?:why|what)$/.test(text)
        ? outcome("CLARIFICATION", "I can’t tell either which one you mean. Say “never mind” to leave it at that.")
        : null;
  }
}

function ofConfirmation(text: string, { effects, gates, expiresAt }: PendingOf<"CONFIRMATION">): Outcome | null {
  if (notNow.test(text)) {
    const until = `${expiresAt.slice(11, 16)} UTC`;
    return outcome("CLARIFICATION", `All right, nothing is done yet. The question stays open until ${until}.`);
  }
  if (!whatChanges.test(text) || (topicsOf(text).length > 0 && !undoIt.test(text))) return null;
  const lines = [...effects, ...gates.map(({ detail }) => `Checked: ${detail}`)].map((line) => `- ${line}`);
  return outcome("HELP", `If you say yes:\n${lines.join("\n")}`);
}

function ofFeatures(text: string, { model, definition, missing }: PendingOf<"FEATURES">): Outcome | null {
  const asked = definition.features.filter(({ name }) => missing.includes(name));
  const named = definition.features.find((feature) =>
    wordsOf(feature).some((word) => new RegExp(` ${word}(?:s|es)? `).test(` ${text} `)),
  );
  const feature = named ?? asked[0];
  if (!feature) return null;
  const word = `**${featureWord(feature)}**`;
  if (cannotSay.test(text)) {
    return outcome(
      "CLARIFICATION",
      `${code(model)} makes no prediction without the ${word}. Say the likeliest, and then ask what if it was another; or say “never mind”.`,
    );
  }
  if (whyNeeded.test(text) && (named || text.split(" ").length <= 6)) {
    const reads = listWords(definition.features.map(featureWord));
    return outcome(
      "HELP",
      `${code(model)} learnt from ${reads}, and needs all of them for a prediction. The ${word}: ${feature.description}`,
    );
  }
  return named && whatIsIt.test(text) && !/\bmodels?\b|\bversions?\b/.test(text)
    ? outcome("HELP", `The ${word}: ${feature.description}`)
    : null;
}

function wordsOf({ name, label }: { name: string; label?: string | undefined }): string[] {
  return [name.replaceAll("_", " "), ...(label ? [label] : [])].map((word) => word.toLowerCase());
}
