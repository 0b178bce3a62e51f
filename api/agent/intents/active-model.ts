import type { Scope } from "../../actions/define-action.ts";
import { runRead } from "../../actions/run-action.ts";
import { activeModel } from "../../models/active-model.ts";
import { describeModel } from "../../models/describe-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Outcome, outcome } from "../outcome.ts";
import { code, listWords, measuredAs } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { productionThen } from "./production-then.ts";
import { versionCard } from "./version-card.ts";

export const activeModelIntent: DirectHandler = {
  kind: "direct",
  actions: ["activeModel", "describeModel"],
  async perform({ scope, world }, slots) {
    if (slots.at !== undefined) return productionThen({ scope }, { model: slots.model, at: new Date(slots.at) });
    if (slots.model) return productionOf(slots.model, scope);
    const active = await runRead(activeModel, {}, scope);
    if (!active) {
      const candidate = world.models.find((model) => model.versions.length > 0);
      const next = candidate
        ? `Promote version ${candidate.versions[0]?.version} of ${candidate.definition.name}`
        : `Train the ${world.models[0]?.definition.name ?? "titanic"} model with 30% held out`;
      return outcome(
        "ACTIVE_MODEL",
        `No model is in production, so none answers predictions. To change that, say “${next}”.`,
        {
          suggestions: [next, "What models are available?"],
        },
      );
    }
    const { model, ...version } = active;
    const card = versionCard(model, { ...version, dataset: null });
    return outcome(
      "ACTIVE_MODEL",
      `${code(model.name)} version ${version.version} is in production and answers predictions${measuredAs(card.metrics, definitionOf(model).target.unit)}.${othersInProduction(world, model.name)}`,
      {
        cards: [card],
        suggestions: [...definitionOf(model).examples.slice(0, 1), `Who promoted version ${version.version}?`],
        focus: { model: model.name, version: version.version },
      },
    );
  },
};

/** What answers predictions of the model that was named. */
async function productionOf(name: string, scope: Scope): Promise<Outcome> {
  const { model, version } = await runRead(describeModel, { model: name }, scope);
  if (version?.stage !== "PRODUCTION") {
    const next = version
      ? `Promote version ${version.version} of ${name}`
      : `Train the ${name} model with 30% held out`;
    return outcome("ACTIVE_MODEL", `No version of ${code(name)} is in production. To change that, say “${next}”.`, {
      suggestions: [next],
      focus: { model: name },
    });
  }
  const card = versionCard(model, version);
  const { target, examples } = definitionOf(model);
  return outcome(
    "ACTIVE_MODEL",
    `${code(name)} version ${version.version} is in production${measuredAs(card.metrics, target.unit)}.`,
    {
      cards: [card],
      suggestions: [...examples.slice(0, 1), `Who promoted version ${version.version} of ${name}?`],
      focus: { model: name, version: version.version },
    },
  );
}

const mostTold = 10;

/** The production versions of other models: they answer when their model is named, or spoken of. */
function othersInProduction({ models }: AgentContext["world"], active: string): string {
  const others = models.flatMap(({ definition: { name }, versions }) => {
    const production = name === active ? undefined : versions.find(({ stage }) => stage === "PRODUCTION");
    return production ? [`${code(name)} version ${production.version}`] : [];
  });
  const told = others.length > mostTold ? [...others.slice(0, mostTold), "others"] : others;
  return told.length > 0 ? ` Also in production: ${listWords(told)}.` : "";
}
