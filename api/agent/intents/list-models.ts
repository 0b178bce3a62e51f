import { runRead } from "../../actions/run-action.ts";
import { metricSchema } from "../../chat/reply.ts";
import { listModels } from "../../models/list-models.ts";
import { outcome } from "../outcome.ts";
import { code, holdoutMetric, listWords } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";

export const listModelsIntent: DirectHandler = {
  kind: "direct",
  actions: ["listModels"],
  async perform({ scope }) {
    const { models, trainable } = await runRead(listModels, {}, scope);
    const rows = models.map(({ model, versions, production, latest }) => ({
      name: model.name,
      description: model.description,
      task: model.task,
      versions,
      production: production?.version ?? null,
      latest: latest?.version ?? null,
      accuracy: holdoutMetric(metricSchema.array().parse((production ?? latest)?.metrics ?? []), "accuracy"),
    }));
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
        `No model is trained yet. Ready to be trained: ${names}. To begin, say "${commands[0] ?? "help"}".`,
        { cards: [card], suggestions: commands.slice(0, 3) },
      );
    }
    const lines = rows.map(({ name, versions, production }) => {
      const count = versions === 1 ? "1 version" : `${versions} versions`;
      return `- ${code(name)}: ${count}, ${production === null ? "none in production" : `version ${production} in production`}`;
    });
    const idle = rows.find((row) => row.production === null && row.latest !== null);
    return outcome(
      "LIST_MODELS",
      `${rows.length === 1 ? "There is one model" : `There are ${rows.length} models`}:\n\n${lines.join("\n")}`,
      {
        cards: [card],
        suggestions: [
          ...(idle ? [`Promote version ${idle.latest} of ${idle.name}`] : []),
          ...(rows[0] ? [`Tell me about ${rows[0].name}`] : []),
          ...commands.slice(0, 1),
        ],
        focus: rows.length === 1 ? { model: rows[0]?.name } : {},
      },
    );
  },
};
