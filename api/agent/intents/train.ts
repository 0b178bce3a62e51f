import { runAction } from "../../actions/run-action.ts";
import { trainModel } from "../../training/train-model.ts";
import { outcome } from "../outcome.ts";
import { code, share } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";

export const trainIntent: DirectHandler = {
  kind: "direct",
  actions: [trainModel.name],
  async perform({ scope, world, focus }, slots, key) {
    const known = world.models.map((model) => model.definition);
    const model = slots.model ?? known.find((definition) => definition.name === focus.model)?.name;
    if (!model && known.length > 1) {
      const options = known.slice(0, 20).map(({ name, title }) => ({ value: name, label: `${name}: ${title}` }));
      return { ask: { slot: "model", question: "Which model shall be trained?", options } };
    }
    const { testSize, algorithm, seed } = slots;
    const input = {
      model: model ?? known[0]?.name ?? "",
      ...(testSize === undefined ? {} : { testSize }),
      ...(algorithm === undefined ? {} : { algorithm }),
      ...(seed === undefined ? {} : { seed }),
    };
    const run = await runAction(trainModel, input, scope, { idempotencyKey: key });
    return outcome(
      "TRAINING_STARTED",
      `Training ${code(run.model)} by ${run.algorithm.replaceAll("_", " ")}, with ${share(run.testSize)} of the rows held out.`,
      {
        hint: "When it has finished, say “promote it”.",
        cards: [{ type: "TrainingCard", runId: run.runId }],
        suggestions: ["How is the training going?"],
        focus: {
          model: run.model,
          version: undefined,
          runId: run.runId,
          compared: undefined,
          training: { testSize, algorithm, seed },
        },
      },
    );
  },
};
