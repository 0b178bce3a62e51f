import type { World } from "../agent-context.ts";
import { code } from "../wording.ts";

/** What the texts name: things that exist, so that each saying works as it stands. */
interface Named {
  model: string;
  version: number;
  /** A case that the model could be asked to predict. */
  example: string;
}

interface Topic {
  /** Words that speak of it, in lower case. */
  words: RegExp;
  /** What it does, in two sentences. */
  text(named: Named): string;
  /** What to say to do it. */
  saying(named: Named): string;
}

const confirms = "I show what will change, and do it when you confirm.";

/** In the order in which they are looked for: "take it off production" is none of promoting. */
const topics: readonly Topic[] = [
  {
    words: /\b(?:roll(?:s|ed|ing)?[ -]?back|revert\w*|undo\w*)\b/,
    text: ({ model }) =>
      `A rollback brings back the version of ${code(model)} that was in production before the present one, or the one that you name if it ever was. ${confirms}`,
    saying: ({ model }) => `Roll back ${model}`,
  },
  {
    words: /\b(?:remov\w*|delet\w*|eras\w*|get rid)\b/,
    text: ({ model }) =>
      `Removing takes ${code(model)} with all of its versions out of the registry, and can’t be undone; its history stays in the audit log. ${confirms}`,
    saying: ({ model }) => `Remove the ${model} model`,
  },
  {
    words: /\b(?:archiv\w*|retir\w*|off(?:line)?|out of production|demot\w*|undeploy\w*)\b/,
    text: () =>
      `Archiving takes a version out of use: the one in production stops answering predictions, until a rollback or a promotion. ${confirms}`,
    saying: ({ model }) => `Take ${model} off production`,
  },
  {
    words: /\b(?:re)?train(?:s|ed|ing)?\b/,
    text: () =>
      "Training makes a new version from the model’s data set, and tests it on the rows that were held out. It is a candidate then: it answers no predictions until it is promoted.",
    saying: ({ model }) => `Train the ${model} model with 30% held out`,
  },
  {
    words: /\b(?:promot\w*|deploy\w*|releas\w*|activat\w*|go(?:es)? live|(?:in|into|to) production)\b/,
    text: () =>
      `Promoting puts a version into production, where it answers predictions; the version that it replaces is archived, and a rollback brings it back. ${confirms}`,
    saying: ({ model, version }) => `Promote version ${version} of ${model}`,
  },
  {
    words: /\b(?:compar\w*|differ\w*)\b/,
    text: () =>
      "A comparison puts versions of a model side by side, each measured on the rows held out from it. It changes nothing.",
    saying: ({ model }) => `Compare versions 1 and 2 of ${model}`,
  },
  {
    words: /\b(?:audit\w*|histor\w*|logs?|who did)\b/,
    text: () =>
      "Whatever is done here stands in the audit log: who did it, when, and because of which sentence. Ask about a model, a version, or one kind of act.",
    saying: ({ version }) => `Who promoted version ${version}?`,
  },
  {
    words: /\b(?:predict\w*|estimat\w*|forecast\w*|scor\w*)\b/,
    text: ({ model }) =>
      `Describe a case in your own words, and the version of ${code(model)} in production answers; what the model needs and you did not say, I ask for.`,
    saying: ({ example }) => example,
  },
];

const asks = /\b(?:how|what|whats|why|when|can|could|may|possible|way to|explain|help|mean|if|does)\b/;
/** Topics that one answer tells of. */
const mostTold = 2;
/** A longer message is a story, and no question about how things work. */
const longest = 300;

/** What a question about how things work here is about, in the order said: "what happens if I promote version 3?" → promoting. */
export function topicsOf(message: string): Topic[] {
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
        const at = part.search(topic.words);
        return at < 0 ? [] : [{ topic, at }];
      });
      const inOrder = found.sort((a, b) => a.at - b.at).map(({ topic }) => topic);
      if (inOrder.length > 0) return inOrder.slice(0, mostTold);
    }
  }
  return [];
}

/** The answer to such a question, with what to say to do it. */
export function tellTopics(
  told: readonly Topic[],
  { models }: World,
  model: string,
): { text: string; sayings: string[] } {
  const known = models.find(({ definition }) => definition.name === model);
  const named = {
    model,
    version: known?.versions[0]?.version ?? 1,
    example: known?.definition.examples[0] ?? `Tell me about ${model}`,
  };
  const sayings = told.map((topic) => topic.saying(named));
  return { text: told.map((topic, index) => `${topic.text(named)} Say “${sayings[index]}”.`).join("\n\n"), sayings };
}
