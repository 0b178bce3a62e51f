/** What a question about how things work here can be about. */
export type HelpTopic = keyof typeof words;

/** Words that speak of each, in lower case, in the order in which they are looked for: "take it off production" is none of promoting. */
const words = {
  LABELS: /\b(?:alias(?:es)?|tags?|tagged|descriptions?|labels?|champion|challenger)\b/,
  ROLLBACK: /\b(?:roll(?:s|ed|ing)?[ -]?back|revert\w*|undo\w*)\b/,
  REMOVE: /\b(?:remov\w*|delet\w*|eras\w*|get rid)\b/,
  ARCHIVE: /\b(?:archiv\w*|retir\w*|off(?:line)?|out of production|demot\w*|undeploy\w*)\b/,
  TRAIN: /\b(?:re)?train(?:s|ed|ing)?\b/,
  PROMOTE: /\b(?:promot\w*|deploy\w*|releas\w*|activat\w*|go(?:es)? live|(?:in|into|to) production)\b/,
  COMPARE: /\b(?:compar\w*|differ\w*)\b/,
  AUDIT: /\b(?:audit\w*|histor\w*|logs?|who did)\b/,
  PREDICT: /\b(?:predict\w*|estimat\w*|forecast\w*|scor\w*)\b/,
} as const;

const topics = Object.keys(words) as HelpTopic[];
const asks = /\b(?:how|what|whats|why|when|can|could|may|possible|way to|explain|help|mean|if|does)\b/;
/** Topics that one answer tells of. */
const mostTold = 2;
/** A longer message is a story, and no question about how things work. */
const longest = 300;

/** What a question about how things work here is about, in the order said: "what happens if I promote version 3?" → promoting. */
export function helpTopicsOf(message: string): HelpTopic[] {
  if (message.length > longest) return [];
  const clauses = message
    .toLowerCase()
    .replace(/[’']/g, "")
    .split(/[.;!?\n]+|,? and (?=how|what|can|why)/);
  const asking = clauses.filter((clause) => asks.test(clause));
  for (const clause of asking.length > 0 ? asking : clauses) {
    // What follows "if" is what is asked about: "what happens to predictions if I remove titanic?"
    const [before = "", supposed] = clause.split(/\bif\b(.*)/);
    for (const part of supposed === undefined ? [clause] : [supposed, before]) {
      const found = topics.flatMap((topic) => {
        const at = part.search(words[topic]);
        return at < 0 ? [] : [{ topic, at }];
      });
      const inOrder = found.sort((a, b) => a.at - b.at).map(({ topic }) => topic);
      if (inOrder.length > 0) return inOrder.slice(0, mostTold);
    }
  }
  return [];
}
