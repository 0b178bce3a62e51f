import { runRead } from "../../../actions/run-action.ts";
import type { ModelDefinition } from "../../../models/definitions/define-model.ts";
import { listModels } from "../../../models/list-models.ts";
import { type AlgorithmName, algorithmNames, trainers } from "../../../training/algorithms/index.ts";
import { largestTestSize, smallestTestSize } from "../../../training/test-size.ts";
import { trainModel } from "../../../training/train-model.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { Task } from "./enums.ts";

const UntrainedModel = builder.objectRef<ModelDefinition>("UntrainedModel").implement({
  description: "A shipped definition that was never trained, or was removed: Mutation.trainModel registers it.",
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    task: t.expose("task", { type: Task }),
  }),
});

const TrainingAlgorithm = builder.objectRef<AlgorithmName>("TrainingAlgorithm").implement({
  fields: (t) => ({
    name: t.string({ resolve: (name) => name }),
    title: t.string({ description: "As a sentence says it.", resolve: (name) => trainers[name].title }),
    tasks: t.field({ type: [Task], description: "What it can learn.", resolve: (name) => [...trainers[name].tasks] }),
  }),
});

interface TrainingOptionsShape {
  untrained: ModelDefinition[];
  testSize: number;
  seed: number;
}

const TrainingOptions = builder.objectRef<TrainingOptionsShape>("TrainingOptions").implement({
  description: "What can be trained besides the registered models, and what a training takes when nothing is said.",
  fields: (t) => ({
    untrained: t.field({ type: [UntrainedModel], resolve: (options) => options.untrained }),
    testSize: t.exposeFloat("testSize", { description: "The fraction of the rows that is held out." }),
    smallestTestSize: t.float({ resolve: () => smallestTestSize }),
    largestTestSize: t.float({ resolve: () => largestTestSize }),
    seed: t.exposeInt("seed"),
    algorithms: t.field({ type: [TrainingAlgorithm], resolve: () => algorithmNames }),
  }),
});

builder.queryField("trainingOptions", (t) =>
  t.field({
    type: TrainingOptions,
    resolve: async (_parent, _args, context) => {
      const { trainable } = await runRead(listModels, { limit: 100 }, scopeOf(context));
      // What the action makes of an input that says nothing: the defaults stand there, and nowhere else.
      const { testSize, seed } = trainModel.input.parse({ model: "any" });
      return { untrained: trainable, testSize, seed };
    },
  }),
);
