import { z } from "zod";
import { defineWrite, type Scope } from "../../actions/define-action.ts";
import { canonicalJson } from "../../platform/canonical-json.ts";
import type { Prisma, Transaction } from "../../platform/database.ts";
import { ConflictError, InvalidInputError, UnavailableError } from "../../platform/errors.ts";
import { auditNewModel, createModel } from "../create-model.ts";
import { shippedDefinition } from "../definitions/index.ts";
import { getLarge, putLarge } from "../large-files.ts";
import { definitionOf, liveModels, lockLiveModel } from "../live-models.ts";
import type { Metric } from "../metric.ts";
import { checkOnnxSize } from "../onnx-file/read-onnx.ts";
import { holdPolicy, productionScopeOf } from "../production-scope.ts";
import { claimArtifacts, keepArtifacts } from "../purge-artifacts.ts";
import { requireOwnRegistry } from "../registry/registry.ts";
import { causeColumns, lockStageLog, touch } from "../stages.ts";
import { tagKey, tagValue } from "../tags.ts";
import type { VersionResult } from "../version-result.ts";
import { sourceFiles } from "./logged-source.ts";
import { checkMlmodelSize, readMlmodel } from "./mlmodel.ts";
import { prepareApart } from "./prepare-apart.ts";
import { lockName, newModelName } from "./reserved-models.ts";

const inputSchema = z.object({
  model: newModelName,
  source: z.string().min(1).max(1_000),
  runId: z.string().max(64).nullish(),
  loggedModelId: z.string().max(64).nullish(),
  runLink: z.string().max(500).nullish(),
  description: z.string().max(20_000).default(""),
  tags: z
    .array(z.object({ key: tagKey, value: tagValue }))
    .max(200)
    .default([]),
});
type Input = z.output<typeof inputSchema>;

/** Registers what a program logged as the next version of a model: checked, and with a file that answers predictions. */
export const registerLogged = defineWrite({
  name: "registerLogged",
  title: "Register a logged model",
  description:
    "Registers an ONNX model that a program logged as the next version of a model, a candidate. It must fit the model's definition, or gets one from its signature when it is the first.",
  risk: "write",
  permission: "models:write",
  input: inputSchema,
  subject: ({ model }) => ({ subject: model }),
  // A large file is read and tried for longer than a transaction may last.
  prepare: (input: Input, scope) => prepareSource(scope, input),
  async plan(tx, input, _scope, prepared) {
    const policy = await holdPolicy(tx);
    await lockName(tx, input.model);
    const model = await lockLiveModel(tx, input.model);
    const now = model ? definitionOf(model) : null;
    if (prepared.registered ? !now || canonicalJson(now) !== canonicalJson(prepared.definition) : now !== null) {
      throw new ConflictError(
        `The model ${input.model} changed while its version was being checked. Register it again.`,
      );
    }
    return {
      ...prepared,
      model,
      policy,
      effects: [`What was logged at ${input.source} is registered as the next version of ${input.model}, a candidate.`],
      gates: [],
      basis: { model: model?.id ?? null, artifactSha256: prepared.artifact.sha256 },
    };
  },
  async execute(tx, input, plan, scope) {
    const { artifact, definition, files, onnxSha256 } = plan;
    const { artifacts, clock, pubSub } = scope.services;
    await keepArtifacts(tx);
    for (const hash of new Set([artifact.sha256, ...files.map((file) => file.sha256)])) {
      if (await artifacts.has(hash)) continue;
      throw new UnavailableError("A file of the model vanished before it was registered. Log the model again.");
    }
    const model = plan.model ?? (await createModel(tx, plan.definition, scope));
    const latest = await tx.modelVersion.aggregate({ where: { modelId: model.id }, _max: { version: true } });
    const at = clock.now();
    const told = await toldOf(tx, plan.runId);
    const version = await tx.modelVersion.create({
      data: {
        modelId: model.id,
        version: (latest._max.version ?? 0) + 1,
        productionScope: productionScopeOf(plan.policy.scope, model.id),
        algorithm: "onnx",
        description: input.description,
        metrics: told.metrics.map((metric) => ({ ...metric })),
        params: { ...told.params, producer: plan.producer } as Prisma.InputJsonValue,
        artifactSha256: artifact.sha256,
        artifactBytes: artifact.bytes,
        createdAt: at,
        createdBy: scope.actor.id,
        updatedAt: at,
        tags: { create: [...new Map(input.tags.map((tag) => [tag.key, tag])).values()] },
        files: { create: files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })) },
        origin: {
          create: {
            source: input.source,
            runId: plan.runId,
            loggedModelId: plan.loggedModelId,
            runLink: input.runLink ?? null,
          },
        },
      },
    });
    await touch(tx, { modelId: model.id, versionIds: [], at });
    const loggedAt = await lockStageLog(tx, at);
    const change = await tx.stageChange.create({
      data: {
        modelId: model.id,
        versionId: version.id,
        toStage: "CANDIDATE",
        reason: "REGISTERED",
        ...causeColumns(scope),
        at: loggedAt,
      },
    });
    await pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
    if (!plan.model) await auditNewModel(tx, definition, scope);
    const result: VersionResult = { versionId: version.id, model: model.name, version: version.version };
    return {
      result,
      audit: {
        summary: `Registered version ${version.version} of ${model.name} as a candidate, as it was logged.`,
        details: {
          source: input.source,
          runId: plan.runId,
          loggedModelId: plan.loggedModelId,
          artifactSha256: artifact.sha256,
          onnxSha256,
          files: files.length,
        },
        version: version.version,
        before: null,
        after: { stage: "CANDIDATE" },
      },
    };
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});

/** Reads, checks and converts; stores the file that will serve. Locks nothing. */
async function prepareSource({ services }: Scope, input: Pick<Input, "model" | "source" | "runId" | "loggedModelId">) {
  requireOwnRegistry(services.registry);
  const { database, artifacts } = services;
  const files = await sourceFiles(database, input.source);
  const mlmodel = files.find(({ path }) => path === "MLmodel");
  if (!mlmodel) {
    throw new InvalidInputError(
      `There is no MLmodel file at ${input.source.slice(0, 200)}: no model was logged there.`,
    );
  }
  checkMlmodelSize(mlmodel.bytes);
  const description = readMlmodel(await artifacts.get(mlmodel.sha256));
  const onnxFile = files.find(({ path }) => path === description.onnxPath);
  if (!onnxFile) {
    throw new InvalidInputError(
      `The MLmodel file names ${description.onnxPath.slice(0, 200)}, and there is no such file. Log the model again, with save_as_external_data=False.`,
    );
  }
  checkOnnxSize(onnxFile.bytes);
  const [live, reserved] = await Promise.all([
    database.model.findFirst({ where: { name: input.model, ...liveModels } }),
    database.reservedModel.findUnique({ where: { name: input.model } }),
  ]);
  const known = live ? definitionOf(live) : (shippedDefinition(input.model) ?? null);
  const { definition, file, producer } = await prepareApart({
    name: input.model,
    text: reserved?.description ?? "",
    description,
    onnx: await getLarge(artifacts, onnxFile),
    known,
  });
  await claimArtifacts({ database, artifacts });
  const sha256 = await putLarge(artifacts, file);
  // Clients name the logged model alone; it knows which run made it.
  const loggedModelId = input.loggedModelId ?? /^models:\/(m-[0-9a-f]{32})$/.exec(input.source)?.[1] ?? null;
  const loggedModel = loggedModelId && (await database.loggedModel.findUnique({ where: { id: loggedModelId } }));
  return {
    runId: input.runId ?? (loggedModel ? loggedModel.sourceRunId : null),
    loggedModelId,
    registered: live !== null,
    definition,
    producer,
    files,
    onnxSha256: onnxFile.sha256,
    artifact: { sha256, bytes: file.length },
  };
}

/** What the run told that logged the model: its parameters, and the latest of each metric that is a number. */
async function toldOf(
  tx: Transaction,
  runId: string | null,
): Promise<{ metrics: Metric[]; params: Record<string, string> }> {
  if (runId === null) return { metrics: [], params: {} };
  const metrics = await tx.$queryRaw<{ name: string; value: string }[]>`
    SELECT key AS name, value::text AS value FROM run_latest_metric WHERE run_id = ${runId} ORDER BY key LIMIT 200`;
  const params = await tx.runParam.findMany({ where: { runId }, orderBy: { key: "asc" }, take: 200 });
  return {
    metrics: metrics
      .map(({ name, value }) => ({ name, value: Number(value), split: "logged" as const }))
      .filter(({ value }) => Number.isFinite(value)),
    params: Object.fromEntries(params.map(({ key, value }) => [key, value])),
  };
}
