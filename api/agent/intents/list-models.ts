import { runRead } from "../../actions/run-action.ts";
import { headlineMetric, holdoutValue } from "../../models/definitions/metric-kinds.ts";
import { listModels } from "../../models/list-models.ts";
import { metricSchema } from "../../models/metric.ts";
import { outcome } from "../outcome.ts";
import { code, listWords } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { listVersions } from "./list-versions.ts";
import { whichModel } from "./which-model.ts";

/** Models that the words name; the table has more. */
const mostTold = 10;

export const listModelsIntent: DirectHandler = {
  kind: "direct",
  actions: ["listModels"],
  async perform(context, slots) {
    // "Which versions of titanic are there?"
    if (slots.model !== undefined || slots.listed === "VERSIONS") {
      const which = whichModel(context, slots);
      if ("ask" in which) return which;
      return "outcome" in which ? which.outcome : listVersions(context, which.model);
    }
    const { scope } = context;
    const { models, total, trainable } = await runRead(listModels, {}, scope);
    const rows = models.map(({ model, versions, production, latest }) => {
      const metrics = metricSchema.array().parse((production ?? latest)?.metrics ?? []);
      const first = metrics.find(({ name, split }) => name === headlineMetric[model.task] && split === "holdout");
      return {
        name: model.name,
        description: model.description,
        task: model.task,
        versions,
        production: production?.version ?? null,
        latest: latest?.version ?? null,
        accuracy: holdoutValue(metrics, "accuracy"),
        metric: first ?? null,
      };
    });
    const commands = trainable.map(({ name }) => `Train the ${name} model with 30% held out`);
    const card = {
      type: "ModelTable" as const,
      rows,
      trainable: trainable.map(({ name, description }, index) => ({
        name,
        description,
        command: commands[index] ?? "",
      })),
    };
    if (rows.length === 0) {
      const names = listWords(trainable.map((definition) => code(definition.name)));
      return outcome(
        "LIST_MODELS",
        `No model is trained yet. Ready to be trained: ${names}. To begin, say “${commands[0] ?? "help"}”.`,
        { cards: [card], suggestions: commands.slice(0, 3) },
      );
    }
    const told = rows
      .slice(0, mostTold)
      .map(
        ({ name, production }) =>
          `${code(name)} (${production === null ? "none in production" : `version ${production} in production`})`,
      );
    const untold = total - told.length;
    const all = listWords(untold > 0 ? [...told, `${untold} more`] : told);
    const idle = rows.find((row) => row.production === null && row.latest !== null);
    return outcome("LIST_MODELS", `${total === 1 ? "One model is trained" : `${total} models are trained`}: ${all}.`, {
      cards: [card],
      suggestions: [
        ...(idle ? [`Promote version ${idle.latest} of ${idle.name}`] : []),
        ...(rows[0] ? [`Tell me about ${rows[0].name}`] : []),
        ...commands.slice(0, 1),
      ],
      focus: rows.length === 1 ? { model: rows[0]?.name } : {},
    });
  },
};
