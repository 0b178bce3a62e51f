import { z } from "zod";
import type { Prisma } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { modelName } from "../models/inputs.ts";
import { liveModels } from "../models/live-models.ts";

const withNames = {
  model: { select: { name: true } },
  version: { select: { version: true, stage: true } },
} satisfies Prisma.TrainingRunInclude;

export type DescribedRun = Prisma.TrainingRunGetPayload<{ include: typeof withNames }>;

/** A training run with the names of what it belongs to. */
export const findRun = defineRead({
  name: "findRun",
  title: "Training status",
  description:
    "Tells how a training run stands: the one named, else the newest one (of a model; only those that wait or run).",
  permission: "training:read",
  input: z.object({
    runId: z.uuid("must be the id of a training run: a UUID").optional(),
    model: modelName.optional(),
    /** Only runs that wait or run. */
    active: z.boolean().default(false),
  }),
  read: ({ services: { database } }, { runId, model, active }): Promise<DescribedRun | null> =>
    database.trainingRun.findFirst({
      where: {
        ...(runId ? { id: runId } : { model: { ...liveModels, ...(model ? { name: model } : {}) } }),
        ...(active ? { status: { in: ["QUEUED", "RUNNING"] } } : {}),
      },
      orderBy: { id: "desc" },
      include: withNames,
    }),
});
