import { z } from "zod";
import type { Model, ModelVersion } from "../../../prisma/client/client.ts";
import { defineWrite } from "../../actions/define-action.ts";
import { loadDataset } from "../../datasets/load-dataset.ts";
import { modelName, versionNumber } from "../../models/inputs.ts";
import { lockModel } from "../../models/live-models.ts";
import { findVersion } from "../../models/stages.ts";
import type { Transaction } from "../../platform/database.ts";
import { ConflictError, LimitExceededError, NotFoundError } from "../../platform/errors.ts";

/** Reproductions that may wait or run at a time, over all models. */
export const mostOpenReproductions = 20;

/** The advisory lock under which they are admitted, so that the limit holds. */
const admissionLock = 7_305_021;

export interface ReproductionStarted {
  reproductionId: string;
  model: string;
  version: number;
}

/** Has a worker train a version again, from what is recorded of it. */
export const reproduceVersion = defineWrite({
  name: "reproduceVersion",
  title: "Reproduce a version",
  description:
    "Trains a version again from its record (the same data by its hash, the same rows, seed and parameters) and says whether the same came of it: the same bytes, the same predictions, or something else, and where. Registers nothing.",
  risk: "write",
  permission: "training:write",
  input: z.object({ model: modelName, version: versionNumber }),
  subject: ({ model, version }) => ({ subject: model, version }),
  async plan(tx, input) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${admissionLock})`;
    const model = await lockModel(tx, input.model);
    const version = await findVersion(tx, model, input.version);
    const record = await recordOf(tx, model, version);
    const open = await tx.reproduction.findMany({
      where: { status: { in: ["QUEUED", "RUNNING"] } },
      select: { versionId: true },
    });
    if (open.some(({ versionId }) => versionId === version.id)) {
      throw new ConflictError(`Version ${version.version} of ${model.name} is being trained again already.`);
    }
    if (open.length >= mostOpenReproductions) {
      throw new LimitExceededError(
        `${open.length} versions wait to be trained again or are, which is the most. Wait until one is done.`,
      );
    }
    return {
      model,
      version,
      effects: [
        `Version ${version.version} of ${model.name} is trained again from its record, and compared. Nothing is registered.`,
      ],
      gates: [],
      basis: { version: version.id, datasetSha256: record.datasetSha256, artifactSha256: version.artifactSha256 },
    };
  },
  async execute(tx, _input, { model, version }, { actor, cause, services }) {
    const { id: reproductionId } = await tx.reproduction.create({
      data: {
        versionId: version.id,
        message: "Waiting for a worker",
        actorId: actor.id,
        turnId: cause.turnId ?? null,
        requestId: cause.requestId,
      },
    });
    await services.pubSub.publish(tx, "reproduction", { reproductionId });
    const result: ReproductionStarted = { reproductionId, model: model.name, version: version.version };
    return {
      result,
      audit: {
        summary: `Asked for version ${version.version} of ${model.name} to be trained again.`,
        details: { reproductionId },
        before: null,
        after: { status: "QUEUED" },
      },
    };
  },
});

/**
 * What a version can be made again from.
 * @throws {ConflictError} when it was not trained here, or its data set is another one by now
 * @throws {NotFoundError} when its data set is not there any more
 */
async function recordOf(
  tx: Transaction,
  { name }: Model,
  { version, trainingRunId, datasetId }: ModelVersion,
): Promise<{ datasetSha256: string }> {
  const dataset = datasetId ? await tx.dataset.findUnique({ where: { id: datasetId } }) : null;
  if (!trainingRunId || !dataset) {
    throw new ConflictError(
      `Version ${version} of ${name} was not trained here, so there is no record to train it again from.`,
    );
  }
  const found = await loadDataset(dataset.name).catch((error: unknown) => {
    if (!(error instanceof NotFoundError)) throw error;
    throw new NotFoundError(
      `The data set ${dataset.name}, which version ${version} of ${name} was trained on, is not there any more.`,
    );
  });
  if (found.sha256 !== dataset.sha256) {
    throw new ConflictError(
      `The data set ${dataset.name} is another one by now: its SHA-256 is ${found.sha256.slice(0, 12)}…, and version ${version} of ${name} was trained on ${dataset.sha256.slice(0, 12)}….`,
    );
  }
  return { datasetSha256: dataset.sha256 };
}
