import { helpTopicsOf } from "../../language/asides/index.ts";
import type { AgentContext } from "../agent-context.ts";
import { outcome } from "../outcome.ts";
import { tellTopics } from "./help-topics.ts";
import type { DirectHandler } from "./intent-handler.ts";

/** What would be good to say next, by how things stand: nothing trained → train; a candidate → promote; production → predict. */
export function nextSteps({ models, activeModel }: AgentContext["world"]): string[] {
  const [first] = models;
  const active = models.find((model) => model.definition.name === activeModel);
  if (active)
    return [
      ...active.definition.examples.slice(0, 2),
      `Tell me about ${active.definition.name}`,
      "What happened lately?",
    ];
  const candidate = models.find((model) => model.versions.some((version) => version.stage === "CANDIDATE"));
  const ready = candidate?.versions.find((version) => version.stage === "CANDIDATE");
  if (candidate && ready) {
    return [
      `Promote version ${ready.version} of ${candidate.definition.name}`,
      `Tell me about ${candidate.definition.name}`,
    ];
  }
  return ["What models are available?", `Train the ${first?.definition.name ?? "titanic"} model with 30% held out`];
}

/** One saying for each thing that can be done here, with names that exist. */
function sayings({ models, activeModel }: AgentContext["world"]): string[] {
  const spoken = models.find(({ definition }) => definition.name === activeModel) ?? models[0];
  const name = spoken?.definition.name ?? "titanic";
  return [
    "What models are available?",
    `Train the ${name} model with 30% held out`,
    "Promote it",
    ...(spoken?.definition.examples.slice(0, 1) ?? []),
    "Compare versions 1 and 2",
    `Roll back ${name}`,
    "Who promoted version 1?",
  ];
}

/** "What would happen if I promoted version 3 of titanic?" speaks of that one: "promote it then" means it. */
function askedAbout(message: string, { models }: AgentContext["world"]): { model?: string; version?: number } {
  const words = new Set(message.toLowerCase().split(/[^\p{L}\p{N}_-]+/u));
  const [named, ...others] = models.filter(({ definition }) => words.has(definition.name.toLowerCase()));
  if (!named || others.length > 0) return {};
  const said = [...message.matchAll(/\b(?:version|v)\s?(\d{1,6})\b/gi)].map(([, number]) => Number(number));
  const version = said.length === 1 ? named.versions.find((one) => one.version === said[0])?.version : undefined;
  return { model: named.definition.name, ...(version === undefined ? {} : { version }) };
}

export const helpIntent: DirectHandler = {
  kind: "direct",
  actions: [],
  async perform({ scope, world, focus }, slots) {
    const suggestions = nextSteps(world);
    const topics = helpTopicsOf(scope.cause.message ?? "");
    if (topics.length > 0) {
      const names = world.models.map(({ definition }) => definition.name);
      const spokenOf = [slots.model, focus.model, world.activeModel].find((name) => name && names.includes(name));
      const { text, sayings: said } = tellTopics(topics, world, spokenOf ?? names[0] ?? "titanic");
      return outcome("HELP", text, {
        suggestions: [...new Set([...said, ...suggestions])].slice(0, 3),
        focus: askedAbout(scope.cause.message ?? "", world),
      });
    }
    return outcome(
      "HELP",
      [
        "Hello. Say in your own words what you would like to do with a model: **train** it, **compare** its versions, **promote**, **archive**, **roll back** or **remove** it, **predict** with it, or ask who did what.",
        "Before anything in production changes I show what will change, and you confirm it.",
        `A good next step: “${suggestions[0]}”.`,
      ].join(" "),
      { cards: [{ type: "HelpCard", title: "What you can say", suggestions: sayings(world) }], suggestions },
    );
  },
};
