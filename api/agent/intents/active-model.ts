import { runRead } from "../../actions/run-action.ts";
import { activeModel } from "../../models/active-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import { outcome } from "../outcome.ts";
import { code, metricsLine } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { versionCard } from "./version-card.ts";

export const activeModelIntent: DirectHandler = {
  kind: "direct",
  actions: ["activeModel"],
  async perform({ scope, world }) {
    const active = await runRead(activeModel, {}, scope);
    if (!active) {
      const candidate = world.models.find((model) => model.versions.length > 0);
      const next = candidate
        ? `Promote version ${candidate.versions[0]?.version} of ${candidate.definition.name}`
        : `Train the ${world.models[0]?.definition.name ?? "titanic"} model with 30% held out`;
      return outcome("ACTIVE_MODEL", `Nothing is in production, so nothing answers predictions. Next: "${next}".`, {
        suggestions: [next, "What models are available?"],
      });
    }
    const { model, ...version } = active;
    const card = versionCard(model, { ...version, dataset: null });
    return outcome(
      "ACTIVE_MODEL",
      `${code(model.name)} version ${version.version} is in production and answers predictions: ${metricsLine(card.metrics)}.`,
      {
        cards: [card],
        suggestions: [...definitionOf(model).examples.slice(0, 1), `Who promoted version ${version.version}?`],
        focus: { model: model.name, version: version.version },
      },
    );
  },
};
