import type { InterpretationContext } from "../../interpreter.ts";
import { readMessage } from "../text/read-message.ts";
import { approves, dropsIt, noYes, saysNo } from "./yes-no.ts";

export type Verdict = "AFFIRM" | "DENY";

/** What is longer tells a story, or is pasted. */
const longest = 200;
const mostParts = 6;
const breaks = /[.,;!…\n()]+|\s[-–—]+\s|[–—]|\p{Extended_Pictographic}|\b(?:but|so|because|since)\b/iu;

const sigh =
  "(?:on second thoughts?|mmh|mm|mhm|oh|ah|hm|hmm|well|ok|okay|actually|sorry|please|and|uh|um|ugh|omg|wait|hey|fine|right|yes|yeah)";
/** "No that was a mistake", "don't you dare", "stop right there": a no, whatever comes after. */
const opensNo = new RegExp(
  `^(?: ${sigh})* (?:no|noo+|nope|nah|(?:my |the )?answer is no|let(?: 's|s| us) not|(?:i |we )?(?:would |'d )?(?:(?:prefer|want|like) to|rather(?: to)?) (?:keep|leave|stay)|(?:i |we )?(?:would |'d |had )?rather (?:not|(?:you|we|it) (?:did not|didnt|do not|dont|were not|was not|left|kept|leave|keep|stay|stayed))|id (?:prefer|rather)|stay with|stick (?:with|to)|leave (?:MODEL|VERSION|the|everything|things|all)|keep (?:MODEL|VERSION|NUM|the)|never|(?:dont|do not)(?! (?:stop|cancel|wait|worry|hesitate|mind))|stop|cancel|abort|keep it|leave it|hold off|not (?:this|that|so|until|before|a chance|going)|(?:that|this|it) (?:is|'s|was) not|thats not) `,
);
/** Assent that can't be anything else; "ok" and "right" open many a sentence. */
const opensYes =
  /^(?: (?:oh|ah|hm|hmm|well|ok|okay|and|haha|lol|great|cool|good|perfect|fine|right|alright|actually|please))* (?:(?:you have|you got|you 've got) my (?:permission|approval|ok|okay|blessing|go|consent)|i (?:hereby |do )?~?(?:confirm|approve)|yes|yess|yep|yup|yeah|yea|sure|absolutely|definitely|certainly|of course|go ahead|please do|do it|confirmed|approved|agreed|by all means) /;
const wanted =
  / (?:want|do|my|confirm|go|going|make|right|correct|confirm|approve|sure|agree|please|proceed|continue|ready|ship|deploy|meant|thing|way|course|ahead|live|forward|ok|okay|on with it|positive|decided|checked|green) /;
const plainly =
  / (?:yes|yess|yep|yup|yeah|yea|sure|permission|confirm|confirmed|approve|approved|absolutely|definitely|go ahead|go for it|do it|do that|proceed|agreed|ship it|make it so|please do|by all means|let(?: 's|s| us) (?:go|do it|do this)) /;
/** A condition, a doubt, a refusal or a question: with one of these, nothing is approved. */
const heldBack =
  / (?:if|but|unless|maybe|perhaps|only|not|depends|think|guess|later|after|before|wait|though|except|when|once|hold|unsure|dont|cant|wont|didnt|doesnt|isnt|wasnt|never|tomorrow|first|until|would|could|should|might|what|why|how|who|which|where|no|nope|nah|stop|cancel|keep|leave|wrong|mistake|instead|rather|other|another|said|says|told|asked|answered|wrote|know|see|understand|bad|risky|afraid|worried|regret|without|nothing|nobody|both|hour|minute|tonight|midnight|noon|soon|next|week|weekend|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|time|funny|caution|version|model|MODEL|VERSION|NUM|of|forget|undo|back out|sorry|scared|yet) /;

/** What still holds back behind a plain yes: "yes, and sorry for the back and forth", "yes please, before he calls again" do not. */
const heldBackBehindYes = new RegExp(
  heldBack.source
    .replace(
      /\|(?:sorry|scared|asked|told|know|see|understand|funny|bad|worried|afraid|of|should|would|could)(?=\|| )/g,
      "",
    )
    .replace("|before|", "|(?<!^ )before|"),
);
/** "Yes", "yes please", "yes, I'm certain": a part that says yes and nothing else. */
const onlyYes =
  /^(?: (?:oh|ah|well|ok|okay|right|great|good|fine|so|and|then|now|very|quite|really|absolutely|definitely|of course|please|do|go ahead|do it|i am sure|i am certain|i am positive|yes|yess|yep|yup|yeah|yea|sure|certainly))+ $/;

/** Denies a doubt, and with it nothing. */
export const idleNo =
  / (?:(?:i |we )?(?:have |got )?(?:no|not a|not any|dont have any) (?:doubts?|questions?|objections?|problems?|worries|concerns?|issues?|reservations?|need to (?:think|wait|ask|check|worry)|(?:more )?(?:delays?|waiting))(?: (?:about|with|for|from|on) (?:it|that|this|me|us|my side))?|(?:i |we )?(?:cant|cannot|can not) wait) /g;

/**
 * What a message of several parts says to a change that waits for a yes: "haha ok. Yes, I confirm", "no!! that was a mistake", "yes, actually
 * no, keep it". A no anywhere but before a plain yes is a no; a yes needs a part that says so plainly, and none that holds back.
 * Undefined when it is neither.
 */
export function verdictOf(raw: string, action: string, context: InterpretationContext): Verdict | undefined {
  if (raw.length > longest || /["“”«»`]/.test(raw)) return undefined;
  const parts = raw.split(breaks).filter((part) => part.trim() !== "");
  if (parts.length === 0 || parts.length > mostParts) return undefined;
  const said = parts.map((part) => ofPart(part, action, context));
  const decided = said.filter(({ verdict }) => verdict !== undefined);
  const last = decided.at(-1);
  // "Yes, but not now" leaves the question open.
  if (last?.verdict === "DENY")
    return / not (?:now|yet|today) /.test(last.line) && decided.some(({ verdict }) => verdict === "AFFIRM")
      ? undefined
      : "DENY";
  // "No wait, actually yes, do it": what came before the change of mind counts no more.
  const from = said.findLastIndex(({ verdict }) => verdict === "DENY") + 1;
  const after = said.slice(from);
  const opened =
    from === 0
      ? after.findIndex(({ line }) => / (?:yes|yess|yep|yup|yeah|yea|sure) /.test(line) && onlyYes.test(line))
      : -1;
  const holds = (line: string, place: number) =>
    opened >= 0 && place > opened ? heldBackBehindYes.test(line) : heldBack.test(line);
  const isYes =
    !raw.includes("?") &&
    (from === 0 || after.some(({ line }) => / yes /.test(line))) &&
    after.some(({ verdict, line }) => verdict === "AFFIRM" && plainly.test(line)) &&
    after.every(({ verdict, line }, place) => verdict === "AFFIRM" || !holds(line, place));
  return isYes ? "AFFIRM" : undefined;
}

function ofPart(part: string, action: string, context: InterpretationContext) {
  const { clauses } = readMessage(part, context);
  const line = ` ${clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `
    .replaceAll("~", "")
    .replace(idleNo, " ")
    .replace(
      / (?:that is |that 's |thats |this is )(?:exactly |precisely |just )?(?:the|my|our) (?:plan|idea|intention|wish|point) /,
      " yes ",
    )
    .replace(
      / i (?:should|would|'d) (?:be (?:delighted|happy|glad|grateful|pleased)|love (?:that|to|it)|like that) /g,
      " yes ",
    )
    .replace(
      / (?:that|it|this) (?:would|will|'d) be (?:so |really |just )?(?:lovely|great|good|perfect|wonderful|fine|nice|excellent|ideal|splendid|brilliant|marvellous|fantastic|ok|okay|super) /,
      " yes ",
    )
    .replace(/ (?:that|it|this) (?:will|'ll) do(?: (?:nicely|fine|just fine|for me|perfectly))* /, " yes ")
    .replace(/ i (?:had|'d|would|should|must|will|have to)(?: better| rather| have to)? say no /g, " no ")
    .replace(/ (?:this time|for real|once and for all) /g, " ")
    .replace(
      / (?:that is |that 's |thats )?(?:exactly |just |precisely )?what (?:i|we) (?:want|wanted|need|needed|meant|had in mind|asked for|would like|'d like|was after|were after) /,
      " correct ",
    );
  return { line, verdict: verdictOfPart(line, part, action) };
}

function verdictOfPart(line: string, part: string, action: string): Verdict | undefined {
  if (noYes.test(line)) return undefined;
  if (approves(line, part, action)) return "AFFIRM";
  if (dropsIt(line) || saysNo(line, part) || opensNo.test(line)) return "DENY";
  return opensYes.test(line) && wanted.test(line) && !heldBack.test(line) ? "AFFIRM" : undefined;
}
