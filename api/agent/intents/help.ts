import type { AgentContext } from "../agent-context.ts";
import { outcome } from "../outcome.ts";
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

export const helpIntent: DirectHandler = {
  kind: "direct",
  actions: [],
  async perform({ world }) {
    const suggestions = nextSteps(world);
    return outcome(
      "HELP",
      [
        "Hello. Here you operate models by talking. You can",
        "",
        "- **train** one, and watch it: “train the titanic model with 30% held out”",
        "- **promote**, **archive**, **roll back** or **remove** one: I show what will change, and you confirm",
        "- ask for a **prediction** in your own words: “a woman in third class”; I ask for what is missing",
        "- **look**: “what models are available?”, “compare versions 1 and 2”, “who promoted version 1?”",
      ].join("\n"),
      { cards: [{ type: "HelpCard", title: "Try one of these", suggestions }], suggestions },
    );
  },
};
