import { inTurn } from "../clauses/in-turn.ts";
import type { ActMatch } from "./act-patterns.ts";

/** What keeps a mentioned change from being asked for. */
export type Guard =
  | "NEGATED"
  | "HOW_TO"
  | "REPORTED"
  | "HYPOTHETICAL"
  | "NARRATED"
  | "NOUN"
  | "PAST_QUESTION"
  | "STATED";

const howTo =
  / (?:how (?:do|can|should|would|could|to|does|did|is|are|might|must|many|long|often)|how (?:it|i|we|you|one)|what (?:happens|happen|would|will)|what (?:is|are|'s) the (?:way|ways|procedure|command|commands|steps?|process|best|right|consequences?|effects?|point|use|benefit|difference|risk|risks|syntax)|what if (?:i|we|you)|what does|is it (?:possible|safe|ok|okay|allowed|wise|good|a|bad|risky|hard|easy|difficult|necessary|fine|better|smart|dangerous|reversible)|should (?:i|we|you)|can i|could i|may i|might i|am i|are (?:we|you) (?:allowed|able)|do (?:i|we) (?:need|have|get)|do you (?:know|need|think|recommend|support|let)|are you able|is there|are there|steps|instructions|explain|why (?:would|should|do|does|did|is|are|was)|when (?:should|would|can|do|does|will|is)|where (?:do|can|should)|meaning of|what 's meant|teach me|show me how|ability|able to|possible|would it|will it|will that|does|would i|do i|which (?:button|command)|i (?:do not|dont) (?:know|understand) how|consequences? of|effects? of|risks? of|implications? of|permission to|who (?:can|may|could|is allowed)|need permission|(?:what|which|which algorithms?|which methods?|what else|how else) (?:\S+ )?(?:can|could|may|might) (?:it|this|that|they|MODEL|the model|models?|one|i|we|you)(?: be)?) /;
/** "Could you …", "why don't you …": asks, however negative it sounds; its words behind must not deny it themselves. */
const suggestion =
  /(?: why (?:do )?(?:not|dont)(?: you| we)?| how about| (?:can|could|would|will) (?:not )?(?:you|we)| you would not mind| shall we| (?:would|will|is|be)(?: it)?(?: be)? possible(?: that you| for you to| to)| wont you| dont forget to| not forget to| not hesitate to)(?= )((?: \S+){0,4} )$/;
/** "I should be grateful if version 3 could be promoted" asks for it; "would it be good if …?" asks whether. */
const politeIf =
  /(?<! (?:it|that|this)(?: \S+){0,2}) ~?(?:grateful|glad|happy|delighted|thankful|obliged|pleased|appreciate it) if (?=(?:you|we|someone|somebody|VERSION|MODEL|it|the) (?:\S+ ){0,4}?(?:could|would|can|were) )/;
const asksHow = / (?:tell|show|explain|describe|teach|how|what|why|whether|if) /;
const negation =
  / (?:not|never|dont|without|avoid|refrain from|nobody|no one|cannot|cant|wont|didnt|doesnt|shouldnt|hold off(?: on)?|instead of|rather than|no need to|no longer|stop short of|decided against|against|nor|neither|anything but|forbid|forbidden|prevent|(?:silly|stupid|dumb|crazy|mad|foolish|wrong|unwise|insane|mistake|shame|pity|reckless|premature|pointless|early|soon|risky|dangerous|reluctant|hesitant|afraid|scared|hate|loath|refuse|refuses|refused)(?: (?:of|for) \S+)? to|nothing about|no word of|no(?! more (?:please|to|so)| wrong (?:model|one|version|button) | let (?:'s|us) | lets )) (?:\S+ ){0,5}$| (?:under|in|on|at|by) no (?:~?circumstances?|~?account|~?case|means|event|~?conditions?|point|time|way) (?:\S+ ){0,12}$/;
const denies = / (?:not|never|dont|no|without|avoid|refrain|stop) /;
const reported =
  / (\S+) (?:just |always |once |keeps? |is |was |has |had |have |been )*(?:said|says|say|saying|told|tells|wrote|writes|asked|asks|wants|wanted|claims|claimed|thinks|thought|suggested|suggests|recommends|recommended|mentioned|insists|insisted|read|heard|shouted|joked|begged|orders|ordered|demands|demanded|believes|hopes|dreamed|dreamt|wishes|planning|plans|planned|considering|thinking) (?:\S+ ){0,6}$/;
const hypothesis =
  / (?:if|suppose|supposing|imagine|assuming|in case|unless|pretend|hypothetically|once|when(?! (?:was|were|did|has|had) )|whenever|after|before|until|while|wondering whether|whether) (?:\S+ ){0,4}$/;
const narrated =
  / (?:i|we) (?:will|might|may|could|would(?! like| love| want| wish| appreciate)|was|were|am(?! asking| requesting)|are|did|had(?! better)|have (?!to )|already|just|plan|planned|think|thought|forgot|tried|used|tend|usually|always|never|cannot|can|like|love|hate|enjoy|hope) (?:\S+ ){0,4}$/;
const thirdPerson =
  / (?:he|she|they|someone|somebody|anyone|boss|colleague|manager|team|who|people|everyone|friend|it|mother|father|wife|husband|company|users?) (?:(?:will|would|should|might|may|could|can|must|did|has|had|is|was|were|are|have|does|do|to|wants?|needs?|tried|going) )*(?:\S+ )?$/;
const nounBefore =
  / (?:the|a|an|my|his|her|their|our|your|this|next|last|by|every|bullet|express|night|another|take|catch|steam|toy|freight|boat|morning|evening|early|late|local|commuter) $/;
const asked =
  / (?:want|need|get|have|like|see|would like|wish|should be|must be|to be|needs? to be|be|please|start|begin|try|about|mind|off|run|do|launch|proceed with|continue|with|requesting|ahead) (?:\S+ ){0,4}$/;

/** "Remind me to retrain cars tomorrow": nothing is done at another time than now. */
const deferred =
  / (?:tomorrow|tonight|later today|next (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|remind me|when i (?:say|tell)|at (?:midnight|noon)|in an hour|every (?:day|night|week|month)) /;

/** "Remove cars is what he said": who says it comes last. */
const reportedBehind =
  / (?:(?:is|was|were|are|being) (?:just |only |exactly )?what (?:\S+ ){1,4}(?:said|says|wrote|writes|wants|wanted|asked|asks|told|suggested|ordered|demanded|meant)|(?<! (?:as|like|what) )(?:he|she|they|somebody|someone) (?:said|says|wrote|suggested|told me|demanded|insisted)) /;
const nothing = /^ (?:neither|none|nothing|nobody|no (?:model|models|version|versions|one)) /;

/** Words that the guards know: they are not foreign. */
export const guardWords: ReadonlySet<string> = new Set(
  [howTo, suggestion, politeIf, negation, reported, hypothesis, asked].flatMap(
    ({ source }) => source.match(/[a-z]{3,}/g) ?? [],
  ),
);

/** What keeps the act from being asked for, or undefined when it is asked for. */
export function guardOf(text: string, act: ActMatch): Guard | undefined {
  const before = text
    .slice(0, act.start + 1)
    .replace(politeIf, " please ")
    .replace(inTurn, " then");
  const scope = before.slice(Math.max(0, before.lastIndexOf(" but ")));
  const behind = suggestion.exec(scope)?.[1];
  const suggested = behind !== undefined && !denies.test(behind) && !asksHow.test(behind);
  if (!suggested && negation.test(scope) && !/ not only (?:\S+ ){0,3}$/.test(scope)) return "NEGATED";
  if (nothing.test(text.slice(act.end))) return "NEGATED";
  if (reportedBehind.test(text.slice(act.end))) return "REPORTED";
  if (
    /^ (?:(?:please|hey|hi|tell me|do you know|know|i wonder) )*(?:who|when(?! should| would| can| do| does| will| could)|whose|since when|did|has|have|had|was|were|how often|how many times) /.test(
      text.replace(inTurn, " then"),
    ) &&
    !/^ have (?:it|MODEL|VERSION|the|a) /.test(text)
  )
    return "PAST_QUESTION";
  if (!suggested && howTo.test(scope)) return "HOW_TO";
  const speaker = reported.exec(scope)?.[1];
  if (speaker !== undefined && !/^(i|we|you|to|please|as|and|second)$/.test(speaker)) return "REPORTED";
  if (
    / (?:i|we) (?:was|were|am|got|have been|had been) (?:told|asked|ordered|instructed|forced) (?:\S+ ){0,3}$/.test(
      scope,
    )
  )
    return "REPORTED";
  if (
    hypothesis.test(scope) ||
    / (?:if|suppose|supposing|imagine|assuming) (?:i|we|you|someone|they|one|it|MODEL|VERSION) /.test(scope)
  )
    return "HYPOTHETICAL";
  if (deferred.test(text)) return "HYPOTHETICAL";
  if (narrated.test(scope)) return "NARRATED";
  if (act.form === "BASE") {
    if (
      !act.complete &&
      nounBefore.test(before) &&
      !/ (?:do|make|start|need|want|please|perform) (?:a|an|the|another) $/.test(before)
    )
      return "NOUN";
    return thirdPerson.test(scope) &&
      !/ (?:can|could|would|will|want) (?:\S+ )?$/.test(scope.replace(/ (?:they|it|who) .*$/, " ")) &&
      !/ it (?:and )?$/.test(scope)
      ? "NARRATED"
      : undefined;
  }
  if (act.form === "THIRD") return "NARRATED";
  return asked.test(scope) ? undefined : "NARRATED";
}
