import { removeModel } from "../../models/remove-model.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

export const removeIntent = confirmed(removeModel, {
  heading: ({ name }) => `Remove the model ${name}`,
  async resolve(context, slots) {
    const which = whichModel(context, slots);
    return "model" in which ? { input: { name: which.model, confirmName: which.model } } : which;
  },
  done: ({ name, versions }) =>
    outcome(
      "REMOVED",
      `Done: ${code(name)} is removed, with ${versions === 1 ? "its one version" : `all of its ${versions} versions`}.`,
      {
        suggestions: ["What models are available?", `What happened to ${name}?`],
        focus: { model: undefined, version: undefined, runId: undefined, features: undefined },
      },
    ),
});
