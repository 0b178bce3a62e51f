import type { ClauseView } from "../clauses/clause-view.ts";

const refusal =
  "(?:not (?:a chance|on your life|on my watch|in a million years|going to happen|gonna happen|happening|today|now|yet|ever|really|so fast|a good idea)|over my dead body|no (?:way|chance|thanks|thank you|no)|never(?: ever| mind)?|fat chance|as if|dream on|in your dreams|hell no|god no|absolutely not|certainly not|definitely not|of course not|surely not|i (?:do not|dont) think so|id rather not|i would rather not|rather not|better not|please (?:do not|dont)|do not|dont|dont you dare|do not you dare|by no means|under no circumstances|forget it|wont happen|will not happen|just kidding|only joking|kidding|joking|jk|no|nope|nah|lol no|ha no|ugh no|wait no|no wait|no stop|stop|scratch that|strike that|on second thought(?:s)? no|changed my mind|i changed my mind)";
const refuses = new RegExp(
  `^ (?:(?:well|hm|hmm|oh|ah|ha|haha|lol|ugh|um|uh|eh|sorry|actually|but|just|please) )*${refusal}(?: (?:please|thanks|thank you|sorry|lol|haha|yet|now|though|dont|do not|do it|do that|actually|really|kidding|just|mate|man|folks|ever|stop|not|it))* $`,
);
const wish =
  / (?:would (?:really |so |dearly )?(?:love|like)|(?:i )?(?:wish|want|wanted|was going|were going|was about|am tempted|was tempted|was hoping|meant|was planning|had planned|intended)|'d (?:really )?(?:love|like)|could have|would have|should have) /;
const hinders =
  /^ (?:\S+ ){0,6}(?:not|cannot|cant|wont|dont|doesnt|isnt|never|no|nobody|against|forbid|forbids|forbade|blocked|blocks|stopped|stops|said no|says no|too (?:risky|early|late|soon)|have to wait|has to wait|must wait|it was|was only) /;

/** "Not a chance.", "over my dead body": a refusal, and nothing else. */
export function isRefusal({ text }: ClauseView): boolean {
  return refuses.test(known(text));
}

/**
 * Whether the next clause takes back what this one seems to ask for: "Promote titanic 3? Not a chance.", "I'd love to promote it, but
 * compliance won't let me".
 */
export function isTakenBack(clause: ClauseView, next: ClauseView | undefined): boolean {
  if (next === undefined) return false;
  return (
    isRefusal(next) ||
    // "Stop it? No, let it finish."
    (clause.span.question && /^ (?:no|nope|nah|never) /.test(known(next.text))) ||
    (next.opening.includes("but") && wish.test(known(clause.text)) && hinders.test(known(next.text)))
  );
}

/** Without the "~" that marks words which are known nowhere else. */
function known(text: string): string {
  return text.replaceAll("~", "");
}
