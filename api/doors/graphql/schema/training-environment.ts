import { readTrainingEnvironment, type TrainingEnvironment as Shape } from "../../../training/training-environment.ts";
import { builder } from "../builder.ts";

export const TrainingEnvironment = builder.objectRef<Shape>("TrainingEnvironment").implement({
  description: "What a training ran in: all that may change what comes of the same record.",
  fields: (t) => ({
    modelwright: t.exposeString("modelwright", { description: "The product's version." }),
    codeSha256: t.exposeString("codeSha256", {
      description:
        "Of the source that reads data, splits, trains, measures and exports: the same hash is the same code.",
    }),
    node: t.exposeString("node"),
    onnxruntime: t.exposeString("onnxruntime"),
    platform: t.exposeString("platform", { description: 'Operating system and processor: "linux-x64".' }),
  }),
});

builder.prismaObjectField("TrainingRun", "environment", (t) =>
  t.field({
    type: TrainingEnvironment,
    nullable: true,
    description: "What its last attempt ran in; null for a run that no worker took, or of an earlier release.",
    select: { environment: true },
    resolve: ({ environment }) => readTrainingEnvironment(environment),
  }),
);
