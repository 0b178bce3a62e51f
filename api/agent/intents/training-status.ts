import { runRead } from "../../actions/run-action.ts";
import { metricSchema } from "../../models/metric.ts";
import { findRun } from "../../training/describe-run.ts";
import { outcome } from "../outcome.ts";
import { code, metricsLine, percent } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";

export const trainingStatusIntent: DirectHandler = {
  kind: "direct",
  actions: ["findRun"],
  async perform({ scope, world, focus }, slots) {
    const spokenOf = !slots.model || slots.model === focus.model ? focus.runId : undefined;
    const run = await runRead(findRun, spokenOf ? { runId: spokenOf } : { model: slots.model }, scope);
    if (!run) {
      const name = slots.model ?? world.models[0]?.definition.name ?? "titanic";
      return outcome(
        "TRAINING_STATUS",
        slots.model ? `${code(slots.model)} has not been trained yet.` : "Nothing has been trained yet.",
        {
          suggestions: [`Train the ${name} model with 30% held out`],
        },
      );
    }
    const model = run.model.name;
    const cards = [{ type: "TrainingCard" as const, runId: run.id }];
    const on = { model, version: run.version?.version, runId: run.id };
    switch (run.status) {
      case "QUEUED":
        return outcome(
          "TRAINING_STATUS",
          `The training of ${code(model)} is queued, and begins when the worker is free.`,
          { cards, focus: on },
        );
      case "RUNNING":
        return outcome("TRAINING_STATUS", `${code(model)} is being trained: ${percent(run.progress)} done.`, {
          cards,
          suggestions: ["Stop the training"],
          focus: on,
        });
      case "SUCCEEDED": {
        const unit = world.models.find(({ definition }) => definition.name === model)?.definition.target.unit;
        const made = run.version ? `version ${run.version.version}` : "a version that was removed";
        const metrics = metricsLine(metricSchema.array().parse(run.metrics), unit);
        return outcome(
          "TRAINING_FINISHED",
          `The training of ${code(model)} has finished and made ${made}: ${metrics}.`,
          {
            cards,
            suggestions:
              run.version?.stage === "CANDIDATE"
                ? ["Promote it", `Tell me about ${model}`]
                : [`Tell me about ${model}`],
            focus: on,
          },
        );
      }
      case "FAILED":
        return outcome(
          "TRAINING_STATUS",
          `The training of ${code(model)} failed: ${run.error ?? "no reason was recorded"}`,
          {
            cards,
            suggestions: [`Train the ${model} model with 30% held out`],
            focus: on,
          },
        );
      case "CANCELLED":
        return outcome("TRAINING_STATUS", `The training of ${code(model)} was cancelled.`, {
          cards,
          suggestions: [`Train the ${model} model with 30% held out`],
          focus: on,
        });
    }
  },
};
