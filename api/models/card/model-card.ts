import { z } from "zod";
import { defineRead } from "../../actions/define-action.ts";
import { modelName, versionNumber } from "../inputs.ts";
import { readCardFacts } from "./card-facts.ts";
import { renderCard } from "./render-card.ts";

/** A version's model card, made anew of what stands in the registry. */
export const modelCard = defineRead({
  name: "modelCard",
  title: "Model card",
  description:
    "Writes a version's model card as Markdown: data, split, metrics also by category, limits, how it was made, stages, how to load it, and a person's own words.",
  permission: "models:read",
  input: z.object({ model: modelName, version: versionNumber }),
  read: async ({ services }, input): Promise<string> => renderCard(await readCardFacts(services, input)),
});
