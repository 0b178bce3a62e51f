import type { Intent } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { type Guard, guardOf } from "./act-guards.ts";
import { objectFits } from "./act-object.ts";
import { type ActMatch, findActs } from "./act-patterns.ts";
import { asksForHelp, isGreeting } from "./help-rules.ts";
import { questionRules } from "./question-rules.ts";

/** What a clause asks for by its own words; features are looked at apart. */
export type ClauseReading =
  | {
      kind: "ASKS";
      intent: Intent;
      confidence: number;
      act?: ActMatch;
      /** Only the encoder sees it, no rule. */
      guessed?: boolean;
      /** Known from what was spoken of before, which the encoder does not see. */
      certain?: boolean;
    }
  | { kind: "GREETS" }
  /** Speaks of a change that it doesn't ask for. */
  | { kind: "MENTIONS"; guard: Guard }
  | { kind: "NONE" };

/** Reads one clause: changes first, with what guards against them, then questions, then help. */
export function classifyClause(clause: ClauseView, inTraining: boolean): ClauseReading {
  const { text } = clause;
  if (isGreeting(text)) return { kind: "GREETS" };
  if (leftAlone.test(text) || leavesModel.test(text) || calledOff.test(text))
    return { kind: "MENTIONS", guard: "NEGATED" };
  if (!clause.span.question && declaresNot.test(text)) return { kind: "MENTIONS", guard: "NEGATED" };
  if (setsLabel.test(text.replaceAll("~", ""))) return { kind: "ASKS", intent: "HELP", confidence: 0.9, certain: true };
  if (comparesTerms.test(text) && !/ (?:MODEL|VERSION|NUM|versions?|models?|them|those|these|two) /.test(text))
    return { kind: "ASKS", intent: "HELP", confidence: 0.85, certain: true };
  if (addsBelief.test(text) || (!clause.span.question && tellsOfIt.test(text)))
    return { kind: "MENTIONS", guard: "STATED" };
  if (asksStatus.test(text)) return { kind: "ASKS", intent: "TRAINING_STATUS", confidence: 0.95, certain: true };
  if (speaksToDatabase.test(text)) return { kind: "MENTIONS", guard: "NOUN" };
  const acts = findActs(text);
  if (acts.length > 0 && asksIfDone.test(text))
    return { kind: "ASKS", intent: "AUDIT_HISTORY", confidence: 0.85, certain: true };
  let mention: Guard | undefined;
  for (const act of acts) {
    const position = clause.wordAt(act.start);
    const length = text.slice(act.start, act.end).trim().split(" ").length;
    if (!objectFits(clause.words, act, position, length)) {
      mention ??= "NOUN";
      continue;
    }
    const guard = guardOf(text, act);
    if (guard === undefined)
      return {
        kind: "ASKS",
        intent: act.intent,
        confidence: act.form === "BASE" ? 0.95 : 0.85,
        act,
        ...(onlyRollsBack.test(text) || onlyApproves.test(text) || wishesDone.test(text) ? { certain: true } : {}),
      };
    mention = mention === undefined || mention === "NOUN" ? guard : mention;
  }
  if (
    inTraining &&
    /^(?: please| just| now| can you| could you| ok| no| wait)* (?:stop|cancel|abort|halt|kill|interrupt) (?:it|that|this|now|please|immediately|the run|everything) /.test(
      text,
    )
  ) {
    return { kind: "ASKS", intent: "CANCEL_TRAINING", confidence: 0.8 };
  }
  if (
    mention === "HYPOTHETICAL" &&
    /^ (?:(?:and|so|but|ok|okay|well|what) )*if (?:i|we|you|someone|somebody) /.test(text)
  )
    return { kind: "ASKS", intent: "HELP", confidence: 0.75 };
  const counted = mention === "HOW_TO" && / how (?:many|much) /.test(text) ? questionOf(clause) : undefined;
  if (counted) return counted;
  if (mention === "HOW_TO" || (mention === "HYPOTHETICAL" && / (?:what|would|will|happens?|is|can) /.test(text)))
    return { kind: "ASKS", intent: "HELP", confidence: 0.85 };
  if (mention !== undefined && mention !== "PAST_QUESTION" && mention !== "NOUN" && mention !== "NARRATED")
    return { kind: "MENTIONS", guard: mention };
  const question = questionOf(clause);
  if (question) return question;
  if (asksForHelp(text, clause.foreign)) return { kind: "ASKS", intent: "HELP", confidence: 0.9 };
  return mention ? { kind: "MENTIONS", guard: mention } : { kind: "NONE" };
}

/** "I won't touch it if it's still serving." */
const declaresNot =
  /^ (?:(?:so|and|but|then) )*(?:i|we) (?:will|shall) not (?!be able|mind|know|lie|have|need|get|see|understand)/;
/** "Give version 3 the alias challenger", "delete titanic's description": what is not done by words, and must never be taken for a stage. */
const setsLabel =
  / (?:add|set|give|put|move|point|attach|assign|create|change|update|edit|remove|delete|drop|clear|unset|mark|tag|register|call|make|rename) (?:\S+ ){0,6}?(?:~?alias|~?aliases|tag|tags|~?tagged|description|label|labels)(?: |$)|^ (?:(?:please|can you|could you|and|then|now|ok) )*tag (?:the )?(?:MODEL|VERSION) | (?:mark|register|label) (?:\S+ ){1,4}?as (?:the |our |a )?(?:challenger|staging|~?shadow|~?baseline) /;

/** "What's the difference between precision and recall?" compares no versions. */
const comparesTerms =
  / (?:difference|differences) between (?:a |an |the )?(?:~?precision|~?recall|accuracy|~?rmse|~?mae|auc|roc|f1|log|logistic|linear|ridge|~?lasso|classification|regression|training|test|promoting|archiving|removing|a candidate|candidate|archived?|rolling|rollback|promotion) /;
/** "I've seen that there is a version 2", "…, which I believe is the one everybody is using?": tells of it, and asks nothing. */
const tellsOfIt =
  /^ (?:(?:and|so|but|well|now|ok) )*(?:(?:i|we) (?:have |just |can |also |'ve )*(?:seen|see|saw|noticed|notice|heard|read|found|know|gather|understand|believe|think|suppose|remember) (?:that |out that )?(?:there (?:is|are|was|were)|(?:you|we) have)) /;
const addsBelief =
  /^ (?:which|who) (?:i|we) (?:believe|think|gather|suppose|hear|understand|take it|assume|am told|guess) (?:is|are|was|were|has) /;
/** "Give me the status of the training": begins none. */
const asksStatus =
  /^ (?:(?:and|then|please|now|also|can you|could you|would you) )*(?:(?:give|tell|show|get) (?:me |us )?|what (?:is|was) |whats |what 's )?(?:the )?(?:status|state|progress) of (?:the |my |our |this |that )?(?:\S+ )?(?:training|run|job)(?: (?:please|now|too|as well))* $/;
const speaksToDatabase =
  / (?:drop|truncate|alter) (?:table|database|schema) | delete from | select \S+ from | insert into /;
/** "You didn't archive titanic 1 behind my back, did you?" */
const asksIfDone =
  /^ (?:(?:so|and|but|hey|well) )*(?:you|they|he|she|nobody|no one|someone|somebody|it) (?:(?:did|have|has|had|was) not |never |has |have |had )?(?:\S+ ){1,12}(?:did|have|has|had|was) (?:you|they|he|she|it) $/;

/** "Let's roll back": nothing else is called so here. */
const onlyRollsBack =
  /^ (?:(?:ok|okay|so|now|please|hm|right|well|no|yes|yeah|then|lets|let 's|let us|can we|could we|could you|can you|just|i want to|id like to|we need to|i need to) )*roll (?:it |that |this |MODEL )?back(?: (?:please|pls|now|then|it|again|MODEL))* $/;

/** "Approve it", "I approve the promotion of titanic": of a second person, and the encoder knows no such word. */
const onlyApproves =
  /^ (?:(?:ok|okay|so|now|please|well|right|yes|yeah|then|fine|good|i|we|hereby|can you|could you|just) )*approve (?:it|this|that|this one|that one|(?:the |that |this )?(?:(?:proposal|promotion)(?: (?:of|for|to promote))?)?(?: ?(?:the |its )?(?:MODEL|VERSION|version NUM|of|for|model))*) (?:(?:please|pls|now|then) )*$/;

/** "I'd like one of the two archived": a wish, in other words than the encoder has met. */
const wishesDone =
  / (?:i|we) (?:would |~?'d )?(?:like|love|want|need|wish) (?:to have )?(?:(?!to |not |that |if |was |were )\S+ ){1,6}?(?:archived|promoted|removed|deleted|retired|rolled back) /;

/** "Forget the boy, …": what was spoken of before is dropped. */
const calledOff =
  /^ (?:(?:ok|okay|no|please|actually|well) )*(?:forget|never mind|nevermind|skip|drop|scrap) (?:about )?(?:the|that|this|him|her|it|them|my|about) ?(?:(?!MODEL|VERSION|NUM|model|version|run|training)\S+ ){0,3}$/;

/** "Leave the car. Predict a penguin: …" */
const leavesModel =
  /^ (?:(?:ok|okay|no|please|actually|well|right|now) )*~?(?:leave|forget|skip|drop|never mind|enough of) (?:about )?(?:the |that |this )?MODEL(?: (?:then|now|for now|please))* $/;

/** "How did it go?", after a training. */
export const asksOn =
  /^ (?:(?:so|and|ok|okay|well|hey) )*(?:(?:how (?:did|is|was|does|'s)|hows) (?:it|that|this) (?:go|going|look|looking|doing|do|coming along|turn out)|(?:is|was) (?:it|that) (?:done|finished|ready|over|through)(?: yet)?|(?:done|finished|ready)(?: yet)?|any (?:news|progress)|(?:(?:show|tell|give) (?:me )?)?(?:what came out(?: of (?:it|that|this))?|(?:the |its )?(?:results?|outcome)(?: of (?:it|that))?|what (?:is|was|'s|are|were) the (?:results?|outcome)|how (?:it|that) (?:went|turned out))) $/;
export const askedOn: ClauseReading = { kind: "ASKS", intent: "TRAINING_STATUS", confidence: 0.9, certain: true };

/** "Leave titanic alone", "keep v3 where it is": nothing is to be done. */
const leftAlone =
  /^ (?:(?:please|ok|no|and|but) )*hold off (?:on |with )?(?:the )?(?:MODEL|VERSION|it|that|this)(?: (?:MODEL|VERSION|for now|please|a bit|model|just|yet|still))* $| ~?(?:leave|leaving|keep|keeping|let) (?:\S+ ){0,5}?(?:alone|untouched|unchanged|in peace|be(?! (?:the|in|our|now|live|active) )|as (?:it |they )?(?:is|are)|where (?:it|they) (?:is|are|belongs?)|the way (?:it|they) (?:is|are)) /;

function questionOf(clause: ClauseView): ClauseReading | undefined {
  for (const rule of questionRules) {
    if (!rule.when.test(clause.text) || rule.unless?.test(clause.text)) continue;
    const spokenOf = clause.models.some((model) => model.known) || clause.versions.length > 0;
    const borne = rule.foreign ?? (spokenOf && rule.intent !== "LIST_MODELS" && !speaksOfWorld(clause.text) ? 1 : 0);
    if (clause.foreign > borne) continue;
    if (
      / (?:do not|dont|never|no (?:need|reason|point|use)(?: to| in)?|not (?:asking|want|need|supposed|going)(?: you)?(?: to)?) (?:\S+ ){0,2}(?:~?bother|~?trouble|show|tell|list|compare|describe|give|need|want|care) /.test(
        clause.text,
      )
    )
      return { kind: "MENTIONS", guard: refusesToHear.test(clause.text) ? "STATED" : "NEGATED" };
    const { intent, confidence, certain = false } = rule;
    return { kind: "ASKS", intent, confidence, ...(certain ? { certain } : {}) };
  }
  return undefined;
}

/** "Don't tell me what's live; …": nothing else can be meant. */
const refusesToHear = /^ (?:(?:please|no|ok|and|but) )*(?:do not|dont|never) (?:tell|show|list|give|compare|describe) /;

/** A word that nobody knows, as the thing asked after ("history of ~rome", "the ~captain of MODEL"). */
function speaksOfWorld(text: string): boolean {
  return / (?:of|the|a|an|about|for|to|in|at|on|is|was|did|does|do) ~/.test(text);
}
