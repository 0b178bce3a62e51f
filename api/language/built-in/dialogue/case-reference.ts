/**
 * Whether words that seem to say something of the case speak of it only by the way ("asking him") or of somebody else ("for his nieces"):
 * what is known of the case stays as it is. `text` is the message.
 */
export function refersToOther(said: { text: string; start: number }, text: string): boolean {
  const [before, behind] = [text.slice(0, said.start), text.slice(said.start + said.text.length)];
  if (/^(?:he|she)$/i.test(said.text)) return tells.test(behind);
  return /^(?:her|him|his|hers)$/i.test(said.text) || ofTheirs.test(before);
}

/** "He says no": who tells it. */
const tells =
  /^\s*(?:just |now |also )?(?:says?|said|thinks?|thought|told|tells|reckons|insists|claims|means|meant)\b/i;
const ofTheirs = /(?:\b(?:for|with|to|from|of|by|asking|like)|\S\s+and) (?:his|her|their)\s+$/i;
