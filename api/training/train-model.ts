import { z } from "zod";
import type { Model, Prisma } from "../../prisma/client/client.ts";
import { defineWrite } from "../actions/define-action.ts";
import { ensureDataset, type LoadedDataset, loadDataset } from "../datasets/load-dataset.ts";
import { missingColumns } from "../datasets/training-examples.ts";
import { localOwner } from "../identity/actor.ts";
import { auditNewModel, createModel } from "../models/create-model.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import { shippedDefinition } from "../models/definitions/index.ts";
import { modelName } from "../models/inputs.ts";
import { definitionOf, lockLiveModel, unknownModel } from "../models/live-models.ts";
import { trainedElsewhere } from "../models/logged/logged-definition.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, InvalidInputError, LimitExceededError } from "../platform/errors.ts";
import { algorithmsFor, trainerOf } from "./algorithms/index.ts";
import { appendTrainingEvent } from "./append-training-event.ts";
import { largestTestSize, smallestTestSize, testSizeRule } from "./test-size.ts";

/** Runs that may wait or run at a time, over all models. */
export const mostOpenRuns = 50;
/** Half of them may be one person's: the others want to train too. */
export const mostOpenRunsOfOne = 25;

/** The advisory lock under which runs are admitted: one at a time, so that the limit holds and a model is created once. */
const admissionLock = 7_305_002;

export interface TrainingStarted {
  runId: string;
  model: string;
  dataset: string;
  algorithm: string;
  testSize: number;
  seed: number;
}

/** Starts a training run; a worker takes it, and registers what it makes as a candidate. */
export const trainModel = defineWrite({
  name: "trainModel",
  title: "Train a model",
  description:
    "Trains a model on its data set, part of the rows held out for the test, and registers the result as a candidate.",
  risk: "write",
  permission: "training:write",
  input: z.object({
    model: modelName,
    dataset: z.string().min(1).max(64).nullish(),
    algorithm: z.string().min(1).max(64).nullish(),
    /** The fraction of the rows that is held out. */
    testSize: z
      .number(testSizeRule)
      .min(smallestTestSize, testSizeRule)
      .max(largestTestSize, testSizeRule)
      .nullish()
      .transform((value) => value ?? 0.25),
    seed: z
      .int("must be a whole number")
      .min(0, "must not be negative")
      .max(2_147_483_647, "must be at most 2147483647")
      .nullish()
      .transform((value) => value ?? 42),
    params: z.record(z.string(), z.unknown()).nullish(),
  }),
  subject: ({ model }) => ({ subject: model }),
  async plan(tx, input, { actor }) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${admissionLock})`;
    const { model, definition } = await trainable(tx, input.model);
    if (definition.dataset === trainedElsewhere) {
      throw new ConflictError(
        `${definition.name} was trained elsewhere and logged here, and there is no data set to train it on. Log another version of it.`,
      );
    }
    const algorithm = input.algorithm ?? definition.defaultAlgorithm;
    const trainer = trainerOf(algorithm);
    if (!trainer.tasks.includes(definition.task)) {
      const task = definition.task === "REGRESSION" ? "a number" : "a class";
      const message = `${trainer.title} can't learn ${definition.name}, which predicts ${task}. Train it by ${algorithmsFor(definition.task).join(" or ")}.`;
      throw new InvalidInputError(message.charAt(0).toUpperCase() + message.slice(1), [{ path: "algorithm", message }]);
    }
    const params = trainer.parseParams(input.params);
    const dataset = await loadDataset(input.dataset ?? definition.dataset);
    requireColumns(dataset, definition);
    const open = await tx.trainingRun.count({ where: { status: { in: ["QUEUED", "RUNNING"] } } });
    if (open >= mostOpenRuns) {
      throw new LimitExceededError(
        `${open} training runs wait or run already, which is the most. Wait until one has finished, or cancel one.`,
      );
    }
    const own = { actorId: actor.id, status: { in: ["QUEUED", "RUNNING"] } } satisfies Prisma.TrainingRunWhereInput;
    if (actor.id !== localOwner.id && (await tx.trainingRun.count({ where: own })) >= mostOpenRunsOfOne) {
      throw new LimitExceededError(
        `${mostOpenRunsOfOne} training runs of yours wait or run already, which is the most for one person. Wait until one has finished, or cancel one.`,
      );
    }
    const { testSize, seed } = input;
    const share = `${Number((100 * testSize).toFixed(1))}%`;
    return {
      model,
      definition,
      algorithm,
      params,
      dataset: dataset.name,
      effects: [
        `${definition.name} is trained by ${trainer.title} on the data set ${dataset.name}, with ${share} of the rows held out.`,
        "What comes of it is registered as a candidate; it answers predictions when it is promoted.",
      ],
      gates: [],
      basis: { model: model?.id ?? null, algorithm, params, datasetSha256: dataset.sha256, testSize, seed },
    };
  },
  async execute(tx, { testSize, seed }, plan, scope) {
    const { algorithm, params } = plan;
    const model = plan.model ?? (await createModel(tx, plan.definition, scope));
    const dataset = await ensureDataset(tx, plan.dataset);
    const { id: runId } = await tx.trainingRun.create({
      data: {
        modelId: model.id,
        datasetId: dataset.id,
        algorithm,
        testSize,
        seed,
        params,
        actorId: scope.actor.id,
        turnId: scope.cause.turnId ?? null,
        requestId: scope.cause.requestId,
      },
    });
    const message = "Waiting for a worker";
    await appendTrainingEvent(tx, scope.services.pubSub, { runId, type: "QUEUED", progress: 0, message });
    await scope.services.trainingQueue.enqueue(tx, runId);
    if (!plan.model) await auditNewModel(tx, plan.definition, scope);
    const result: TrainingStarted = { runId, model: model.name, dataset: dataset.name, algorithm, testSize, seed };
    return {
      result,
      audit: {
        summary: `Started a training of ${model.name} by ${algorithm.replaceAll("_", " ")}.`,
        details: { runId, algorithm, testSize, seed, dataset: dataset.name },
        before: null,
        after: { status: "QUEUED" },
      },
    };
  },
});

/** @throws {InvalidInputError} naming each column that the definition reads and the data set lacks */
function requireColumns(dataset: LoadedDataset, definition: ModelDefinition): void {
  const missing = missingColumns(dataset, definition);
  if (missing.length === 0) return;
  const which = `${missing.length === 1 ? "column" : "columns"} ${missing.join(", ")}`;
  const message = `The data set ${dataset.name} has no ${which}, which ${definition.name} is trained on. Train it on ${definition.dataset}.`;
  throw new InvalidInputError(message, [{ path: "dataset", message }]);
}

/**
 * The live model, locked, with the definition that it was registered with; or a shipped definition that is not registered.
 * @throws {NotFoundError} naming what there is
 */
async function trainable(tx: Transaction, name: string): Promise<{ model: Model | null; definition: ModelDefinition }> {
  const model = await lockLiveModel(tx, name);
  if (model) return { model, definition: definitionOf(model) };
  const shipped = shippedDefinition(name);
  return shipped ? { model: null, definition: shipped } : unknownModel(tx, name);
}
