import type { HelpTopic } from "../../language/asides/index.ts";
import type { World } from "../agent-context.ts";
import { code } from "../wording.ts";

/** What the texts name: things that exist, so that each saying works as it stands. */
interface Named {
  model: string;
  version: number;
  /** A case that the model could be asked to predict. */
  example: string;
}

interface TopicTexts {
  /** What it does, in two sentences. */
  text(named: Named): string;
  /** What to say to do it. */
  saying(named: Named): string;
}

const confirms = "I show what will change, and do it when you confirm.";

const topics: Readonly<Record<HelpTopic, TopicTexts>> = {
  LABELS: {
    text: ({ model }) =>
      `Aliases, tags and descriptions are set on the page of ${code(model)} or by the API, not in words here: nothing was changed.`,
    saying: ({ model }) => `Tell me about ${model}`,
  },
  ROLLBACK: {
    text: ({ model }) =>
      `A rollback brings back the version of ${code(model)} that was in production before the present one, or the one that you name if it ever was. ${confirms}`,
    saying: ({ model }) => `Roll back ${model}`,
  },
  REMOVE: {
    text: ({ model }) =>
      `Removing takes ${code(model)} with all of its versions out of the registry; it can be restored for a time, and its history stays in the audit log. ${confirms}`,
    saying: ({ model }) => `Remove the ${model} model`,
  },
  ARCHIVE: {
    text: () =>
      `Archiving takes a version out of use: the one in production stops answering predictions, until a rollback or a promotion. ${confirms}`,
    saying: ({ model }) => `Take ${model} off production`,
  },
  TRAIN: {
    text: () =>
      "Training makes a new version from the model’s data set, and tests it on the rows that were held out. It is a candidate then: it answers no predictions until it is promoted.",
    saying: ({ model }) => `Train the ${model} model with 30% held out`,
  },
  PROMOTE: {
    text: () =>
      `Promoting puts a version into production, where it answers predictions; the version that it replaces is archived, and a rollback brings it back. ${confirms}`,
    saying: ({ model, version }) => `Promote version ${version} of ${model}`,
  },
  COMPARE: {
    text: () =>
      "A comparison puts versions of a model side by side, each measured on the rows held out from it. It changes nothing.",
    saying: ({ model }) => `Compare versions 1 and 2 of ${model}`,
  },
  AUDIT: {
    text: () =>
      "Whatever is done here stands in the audit log: who did it, when, and because of which sentence. Ask about a model, a version, or one kind of act.",
    saying: ({ version }) => `Who promoted version ${version}?`,
  },
  PREDICT: {
    text: ({ model }) =>
      `Describe a case in your own words, and the version of ${code(model)} in production answers; what the model needs and you did not say, I ask for.`,
    saying: ({ example }) => example,
  },
};

/** The answer to a question about how things work here, with what to say to do it. */
export function tellTopics(
  told: readonly HelpTopic[],
  { models }: World,
  model: string,
): { text: string; sayings: string[] } {
  const known = models.find(({ definition }) => definition.name === model);
  const named = {
    model,
    version: known?.versions[0]?.version ?? 1,
    example: known?.definition.examples[0] ?? `Tell me about ${model}`,
  };
  const sayings = told.map((topic) => topics[topic].saying(named));
  return {
    text: told.map((topic, index) => `${topics[topic].text(named)} Say “${sayings[index]}”.`).join("\n\n"),
    sayings,
  };
}
