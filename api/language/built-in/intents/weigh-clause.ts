import type { Intent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import type { IntentOpinion } from "../encoder/index.ts";
import type { ClauseReading } from "./classify-clause.ts";
import type { ClauseOpinion } from "./opinions.ts";

/** What changes something when it is done. */
export const changes: ReadonlySet<Intent> = new Set([
  "PROMOTE",
  "ARCHIVE",
  "ROLLBACK",
  "REMOVE",
  "TRAIN",
  "CANCEL_TRAINING",
]);

/**
 * How sure the encoder must be, found on the tuning and strangers' sets. A change needs more than a question: a wrong answer costs a
 * sentence, a wrong change a confirmation that should not have been asked for.
 */
export const sure = {
  question: 0.6,
  change: 0.65,
  removal: 0.93,
  overQuestion: 0.75,
  overChange: 0.85,
  /** What a rule takes for a change and the encoder for nothing of ours is rather not done. */
  decline: 0.55,
  pastGuard: 0.9,
  pastNoun: 0.75,
  overNegation: 0.95,
  overHelp: 0.9,
  /** A part of a message asks for what the whole of it hardly asks for: a fragment that was taken for a question. */
  inWhole: 0.3,
};

/**
 * Weighs what the rules read in a clause against what the encoder holds of it. The rules know what is negated, told or quoted, and the
 * encoder unusual wordings; where a rule has seen that a change is only spoken of, the encoder can make a question of it, but no change.
 * `whole` is the encoder's opinion of the whole message when this is a part of it; `continues` says that it speaks of what the clause
 * before asked about ("… and who built it?"), which the encoder does not see.
 */
export function weighClause(
  rule: ClauseReading,
  { masked, plain }: ClauseOpinion,
  clause: ClauseView,
  whole: IntentOpinion | undefined,
  continues: boolean,
): ClauseReading {
  if (rule.kind === "ASKS" && rule.certain) return rule;
  if (rule.kind === "ASKS" && masked.best === rule.intent)
    return { ...rule, confidence: Math.max(rule.confidence, masked.probabilities[rule.intent]) };
  const { best } = plain;
  const share = plain.probabilities[best];
  const isInWhole = whole === undefined || whole.asked[best] >= sure.inWhole;
  const asks = (): ClauseReading => ({ kind: "ASKS", intent: best, confidence: share, guessed: rule.kind === "NONE" });
  switch (rule.kind) {
    case "GREETS":
      return rule;
    case "MENTIONS":
      if (best === "OUT_OF_SCOPE" || best === "PREDICT" || !isInWhole || rule.guard === "STATED") return rule;
      if (!changes.has(best))
        return share >= (rule.guard === "NEGATED" ? sure.overNegation : sure.overQuestion) ? asks() : rule;
      // A noun or a story is a guess of the rules; a negation or a report is none.
      if (rule.guard === "NOUN") return share >= sure.pastNoun && hasObject(clause) ? asks() : rule;
      return rule.guard === "NARRATED" && share >= sure.pastGuard ? asks() : rule;
    case "ASKS": {
      // "Which versions do we have for cars?" asks after one model.
      if (rule.intent === "MODEL_DETAILS" && best === "LIST_MODELS" && clause.models.some(({ known }) => known))
        return rule;
      // "How good is the version 2 from cars?": one version alone is not compared.
      const isOne =
        clause.versions.length === 1 && !/ (?:it|than|better|worse|compare\S*|against|versus|vs) /.test(clause.text);
      if (rule.intent === "MODEL_DETAILS" && best === "COMPARE_VERSIONS" && isOne) return rule;
      const isChange = changes.has(rule.intent) || changes.has(best);
      const declined = changes.has(rule.intent) && best === "OUT_OF_SCOPE";
      const needed =
        rule.intent === "HELP"
          ? sure.overHelp
          : declined
            ? isCalled(clause)
              ? sure.overNegation
              : sure.decline
            : isChange
              ? sure.overChange
              : sure.overQuestion;
      if (share < needed || (best === "OUT_OF_SCOPE" && (continues || asksOfVersion(rule.intent, clause)))) return rule;
      // "Can you make that version 3 is the one in production?" names no active one.
      if (changes.has(rule.intent) && !changes.has(best) && best !== "OUT_OF_SCOPE" && makesSo.test(clause.text))
        return rule;
      // "Back to penguins: promote the new one" says which change it is.
      if (rule.act?.form === "BASE" && !rule.act.complete && changes.has(best) && changes.has(rule.intent)) return rule;
      // "What can it be trained with?" asks, however much it sounds like a training.
      if (rule.intent === "HELP" && changes.has(best) && opensQuestion.test(clause.text)) return rule;
      return best === "PREDICT" || best === "OUT_OF_SCOPE" || !isInWhole ? { kind: "NONE" } : asks();
    }
    case "NONE": {
      if (best === "OUT_OF_SCOPE" || best === "PREDICT" || !isInWhole) return rule;
      // "Ever since titanic was switched, people complain. Put it back": a reason asks for nothing.
      if (!clause.span.question && whole && givesReason.test(clause.text)) return rule;
      // "Hey, two things:" opens a message, and asks for nothing.
      if (best === "HELP" && whole && !asksSomething.test(clause.text)) return rule;
      if (!changes.has(best)) return share >= sure.question ? asks() : rule;
      if (/^(?:TRAIN|ROLLBACK)$/.test(best) && startsAnew.test(clause.text)) return rule;
      if ((best === "REMOVE" && share < sure.removal) || isQuestion(clause) || forbids.test(clause.text)) return rule;
      return share >= sure.change && (hasObject(clause) || share >= sure.pastGuard) ? asks() : rule;
    }
  }
}

/** "Train the titanic model for my family research": what is called a model, or has a version, is no ship. */
function isCalled({ models, versions, text }: ClauseView): boolean {
  return models.some(
    ({ known, first, last }) =>
      known && (last > first || versions.length > 0 || / MODEL (?:model|classifier) /.test(text)),
  );
}

/** "Cars version 2, when was it trained and by whom?": a question about a version of a known model is one of ours. */
function asksOfVersion(intent: Intent, { models, versions }: ClauseView): boolean {
  return !changes.has(intent) && intent !== "HELP" && models.some(({ known }) => known) && versions.length > 0;
}

const opensQuestion =
  /^ (?:(?:and|so|but|ok|okay|well|hm|hmm|please) )*(?:what|which|how|why|when|who|where|is|are|does|do) /;

/** "F1 for the production one?": a question asks for a change only by "can you", "would you", "shall we". */
function isQuestion({ span, text }: ClauseView): boolean {
  return (
    span.question &&
    !/ (?:can|could|would|will|shall|please|why not|how about|may|might|possible|mind|want|ok|go) /.test(text)
  );
}

/** "Cars v2 must not go live": what the encoder makes a change of where no rule saw one must not stand beside such words. */
const forbids =
  / (?:(?:must|should|shall|may|can|could|will|would|do|does|did|is|are|has|have|to) not|never|mustnt|shouldnt|cannot|cant|wont|nobody|no one|not to) /;

/** "OK, start over: a woman of 50 …" begins the talk anew, and no training; "back to cars" is no rollback. */
const startsAnew =
  / put (?:him|her|them|the \S+) back (?:in|into|to) | (?:start|starting|begin) (?:over|again|afresh|anew|from scratch) |^ (?:(?:ok|okay|so|now|and|right|well|anyway|alright) )*back to (?:the )?MODEL $/;

const makesSo = /^ (?:(?:please|can|could|would|will|you|now|so|and|ok) )*make (?:it (?:so )?|so )?that /;

const givesReason =
  /^ (?:(?:but|and|so) )*(?:ever since|since|because|although|though|even though|now that|given that) /;

const asksSomething =
  / (?:what|how|can|could|may|might|should|why|when|where|if|help|explain|is|are|do|does|will|would|suppose) /;

/** A change is done to something: a name, a version, "it". */
function hasObject(clause: ClauseView): boolean {
  return (
    clause.models.length > 0 ||
    clause.versions.length > 0 ||
    clause.words.some((word) => /^(?:it|this|that|them|one|model|version|training|run|job|candidate)$/.test(word))
  );
}
