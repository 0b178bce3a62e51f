import { counted } from "../../models/counted.ts";
import { removeModel } from "../../models/remove-model.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

const keptVersion =
  "A single version isn’t deleted: it stays for the record, and archiving takes it out of use. Only a whole model can be removed.";

export const removeIntent = confirmed(removeModel, {
  heading: ({ name }) => `Remove the model ${name}`,
  question: ({ model, versions }) => {
    const production = versions.find(({ stage }) => stage === "PRODUCTION");
    const all =
      versions.length === 0 ? ", which has no version yet" : ` with its ${counted(versions.length, "version")}`;
    const stops = production ? ` Version ${production.version} stops answering predictions.` : "";
    return `Remove ${code(model.name)}${all}?${stops} It can be restored for a time.`;
  },
  async resolve(context, slots) {
    if (slots.version !== undefined) return { instead: "ARCHIVE", because: keptVersion };
    const which = whichModel(context, slots);
    return "model" in which ? { input: { name: which.model, confirmName: which.model, inProduction: true } } : which;
  },
  done: ({ name, versions }) =>
    outcome(
      "REMOVED",
      `Done: ${code(name)} is removed, with ${versions === 0 ? "no version" : `its ${counted(versions, "version")}`}.`,
      {
        suggestions: ["What models are available?", `What happened to ${name}?`],
        focus: {
          model: undefined,
          version: undefined,
          runId: undefined,
          features: undefined,
          featuresOf: undefined,
          earlier: undefined,
          compared: undefined,
          training: undefined,
        },
      },
    ),
});
