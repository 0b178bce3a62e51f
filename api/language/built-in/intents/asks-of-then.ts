const wasLive =
  / (?:was|were|had been|has been) (?:\S+ ){0,4}?(?:in (?:the )?(?:production|prod|service|use)|live|active|serving|deployed|online|answering) | (?:what|which|who) (?:\S+ ){0,4}?(?:served|answered) /;
const asksWhen =
  / (?:when|who|whom|since when|how long) (?:\S+ ){0,3}?(?:promoted|put|made|took|taken|brought|archived|trained) /;

/** "What was in production …?", "which version served …?": asks after what answered at a time. "What is live?" asks of now, whatever day it names. */
export function asksOfThen(text: string): boolean {
  return wasLive.test(text) && !asksWhen.test(text);
}
