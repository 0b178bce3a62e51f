import { runRead } from "../../actions/run-action.ts";
import { describeModel } from "../../models/describe-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import { outcome } from "../outcome.ts";
import { code, featureWord, listWords, measuredSentence, stageWord } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { versionCard } from "./version-card.ts";
import { whichModel } from "./which-model.ts";

export const modelDetailsIntent: DirectHandler = {
  kind: "direct",
  actions: ["describeModel"],
  async perform(context, slots) {
    const which = whichModel(context, slots);
    if ("ask" in which) return which;
    if ("outcome" in which) return which.outcome;
    const { model, version } = await runRead(
      describeModel,
      { model: which.model, version: slots.version },
      context.scope,
    );
    const definition = definitionOf(model);
    const features = listWords(definition.features.map(featureWord));
    const about = `${code(model.name)}: ${definition.description} It reads ${features}.`;
    if (!version) {
      return outcome(
        "MODEL_DETAILS",
        `${about} It has no version yet: one is registered when a training has finished.`,
        {
          suggestions: ["How is the training going?", `Train the ${model.name} model with 30% held out`],
          focus: { model: model.name },
        },
      );
    }
    const card = versionCard(model, version);
    return outcome(
      "MODEL_DETAILS",
      `${about}\n\nVersion ${version.version} is ${stageWord(version.stage)}.${measuredSentence(card.metrics, definition.target.unit)}`,
      {
        cards: [card],
        suggestions: [
          version.stage === "PRODUCTION"
            ? (definition.examples[0] ?? "Help")
            : `Promote version ${version.version} of ${model.name}`,
          `What happened to ${model.name}?`,
        ],
        focus: { model: model.name, version: version.version },
      },
    );
  },
};
