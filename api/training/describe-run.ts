import { z } from "zod";
import { defineRead } from "../actions/define-action.ts";

const withNames = {
  model: { select: { name: true } },
  version: { select: { version: true, stage: true } },
} as const;

/** A training run by its id, else the newest one (of a model); null when there is none. */
export const findRun = defineRead({
  name: "findRun",
  title: "Training status",
  description: "Tells how a training run stands: state, progress, metrics, and the version it made.",
  permission: "training:read",
  input: z.object({
    runId: z.uuid().optional(),
    model: z.string().max(64).optional(),
    active: z.boolean().default(false),
  }),
  read: ({ services: { database } }, { runId, model, active }) =>
    database.trainingRun.findFirst({
      where: {
        ...(runId ? { id: runId } : {}),
        ...(model ? { model: { name: model, removedAt: null } } : {}),
        ...(active ? { status: { in: ["QUEUED", "RUNNING"] } } : {}),
      },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      include: withNames,
    }),
});
