import type { Model, Prisma, StageChangeReason } from "../../../prisma/client/client.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import { mlflowServer } from "../../identity/actor.ts";
import type { Transaction } from "../../platform/database.ts";
import { auditNewModel, createModel } from "../create-model.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";
import { shippedDefinition } from "../definitions/index.ts";
import { definitionOf, liveModels, lockLiveModel } from "../live-models.ts";
import { lockName } from "../logged/reserved-models.ts";
import { noteModelChange } from "../model-changes.ts";
import { lockPolicy, productionScopeOf } from "../production-scope.ts";
import { keepArtifacts } from "../purge-artifacts.ts";
import { causeColumns, type LogScope, lockStageLog, type MovedStage, moveStages, touch } from "../stages.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { type FetchedVersion, fetchVersion } from "./fetch-version.ts";
import { type MirroredModel, readMirror } from "./mirror.ts";
import { stageTag } from "./own-tags.ts";
import { type RegistryContext, writeWithinMs } from "./registry-context.ts";
import { markRemoved } from "./remove-mirrored.ts";
import { readServerModel, type ServerModel, type ServerVersion } from "./server-state.ts";
import { writeChanges } from "./write-changes.ts";

const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

export interface BroughtIn {
  /** Why nothing of the model can be shown here; null when it is shown, or is nowhere. */
  why: string | null;
  /** Nothing of it was left to a training here that is about to register it. */
  whole: boolean;
}

/**
 * Brings in what the server has of a model and this database has not. What differs is fetched first, which may take long; then both
 * are compared once more under the model's lock, under which acts here write to the server: what an act is about to commit is not
 * taken for somebody else's change.
 * @throws {MlflowApiError} when the server does not answer
 */
export async function bringIn(context: RegistryContext, name: string): Promise<BroughtIn> {
  const { api, database } = context;
  const server = await readServerModel(api, name);
  const mirror = await readMirror(database, name);
  const isOurs = server ? await ours(context, server) : () => false;
  const result = { why: null, whole: !server?.versions.some(isOurs) };
  if (!server && !mirror) return result;
  const differences = server ? differencesOf(server, mirror, isOurs) : [];
  if (server && mirror && differences.length === 0) return result;
  const { fetched, definition, why } = await fetchNew(context, name, differences);
  if (server && !definition) return { ...result, why };
  const changed = await database.$transaction(async (tx) => {
    const policy = await lockPolicy(tx);
    await lockName(tx, name);
    const model = await lockLiveModel(tx, name);
    const scope = scopeOf(context);
    const now = await readServerModel(api, name, { signal: AbortSignal.timeout(writeWithinMs) });
    if (!now) return model ? markRemoved(tx, context, model, scope) : false;
    const here = await readMirror(tx, name);
    const left = differencesOf(now, here, await ours(context, now)).filter(
      // What came after the fetching waits for the next time.
      (difference) => difference.kind !== "NEW" || fetched.has(difference.version.version),
    );
    if (left.length === 0 || !definition) return false;
    const production = productionScopeOf(policy.scope, model?.id ?? "");
    await apply(tx, context, { name, model, definition, server: now, here, left, fetched, production, scope });
    return true;
  }, transactionOptions);
  if (changed) context.changed();
  return result;
}

/** Versions that a training here has made, and is about to register. */
async function ours({ database }: RegistryContext, server: ServerModel): Promise<(version: ServerVersion) => boolean> {
  const ids = server.versions.flatMap(({ trainingRun }) =>
    trainingRun !== null && uuid.test(trainingRun) ? [trainingRun] : [],
  );
  if (ids.length === 0) return () => false;
  const open = await database.trainingRun.findMany({
    where: { id: { in: ids }, status: { in: ["QUEUED", "RUNNING"] } },
    select: { id: true },
  });
  const running = new Set(open.map(({ id }) => id));
  return ({ trainingRun }) => trainingRun !== null && running.has(trainingRun);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Fetched {
  fetched: ReadonlyMap<number, FetchedVersion>;
  /** The model's, or what is made of the first version that serves; null when none does. */
  definition: ModelDefinition | null;
  why: string | null;
}

/** The oldest first: the first that serves makes the definition of a name that has none, here or shipped. */
async function fetchNew(context: RegistryContext, name: string, differences: readonly Difference[]): Promise<Fetched> {
  const model = await context.database.model.findFirst({ where: { name, ...liveModels } });
  let definition: ModelDefinition | null = model ? definitionOf(model) : (shippedDefinition(name) ?? null);
  let why: string | null = "It has no version yet.";
  const fetched = new Map<number, FetchedVersion>();
  for (const difference of differences) {
    if (difference.kind !== "NEW") continue;
    const version = await fetchVersion(context, name, difference.version, definition);
    fetched.set(difference.version.version, version);
    definition ??= version.definition;
    why = `None of its versions can serve. Version ${difference.version.version}: ${version.problem}`;
  }
  // A shipped name without a version is none yet: it is registered by its first training, or its first version there.
  return { fetched, definition: model || fetched.size > 0 ? definition : null, why };
}

interface ToApply {
  name: string;
  model: Model | null;
  definition: ModelDefinition;
  server: ServerModel;
  here: MirroredModel | null;
  left: readonly Difference[];
  fetched: ReadonlyMap<number, FetchedVersion>;
  production: string;
  scope: LogScope;
}

async function apply(tx: Transaction, context: RegistryContext, it: ToApply): Promise<void> {
  const { name, definition, server, left, fetched, scope } = it;
  await keepArtifacts(tx);
  const model = it.model ?? (await createMirrored(tx, definition, server, scope));
  const production = it.production || model.id;
  const told: string[] = [];
  const ids = new Map(it.here?.versions.map(({ version, id }) => [version, id]));
  const idOf = (version: number): string => {
    const id = ids.get(version);
    if (id === undefined) throw new Error(`version ${version} of ${name} is not here`);
    return id;
  };
  for (const difference of left) {
    if (difference.kind === "NEW") {
      const version = fetched.get(difference.version.version);
      if (!version) continue;
      ids.set(
        difference.version.version,
        await createVersion(tx, { model, production, server: difference.version, version, context, scope }),
      );
    }
    await applyOne(tx, difference, { model, idOf, scope });
    const line = inWords(difference);
    if (line) told.push(line);
  }
  const moves = await moveTogether(tx, context, left, { model, idOf, scope });
  if (!it.model) await auditNewModel(tx, definition, scope);
  await auditMoves(tx, model.name, moves, scope);
  if (told.length === 0) return;
  await appendAudit(tx, {
    action: "followRegistry",
    outcome: "DONE",
    actor: mlflowServer,
    cause: scope.cause,
    subject: name,
    summary: `On the MLflow server: ${told.join("; ")}.`,
    details: { server: context.api.uri, changes: told.slice(0, 200) },
    before: null,
    after: null,
  });
}

/** A description that is no name's yet is the server's own. */
async function createMirrored(
  tx: Transaction,
  definition: ModelDefinition,
  { description }: ServerModel,
  scope: LogScope,
): Promise<Model> {
  const model = await createModel(tx, definition, scope);
  return tx.model.update({ where: { id: model.id }, data: { description } });
}

interface Target {
  model: Model;
  idOf(version: number): string;
  scope: LogScope;
}

async function applyOne(tx: Transaction, difference: Difference, { model, idOf, scope }: Target): Promise<void> {
  const now = scope.services.clock.now();
  switch (difference.kind) {
    case "NEW":
    case "STAGE":
      return;
    case "GONE": {
      const problem = "It was deleted on the MLflow server. Register it there again, or train another.";
      const data = { deletedAt: now, problem };
      await tx.modelVersion.update({ where: { id: idOf(difference.version) }, data });
      await tx.modelAlias.deleteMany({ where: { versionId: idOf(difference.version) } });
      return;
    }
    case "ALIAS": {
      const { alias: name, version } = difference;
      const where = { modelId_name: { modelId: model.id, name } };
      if (version === null) {
        await tx.modelAlias.deleteMany({ where: { modelId: model.id, name } });
        return noteModelChange(tx, { model, kind: "ALIAS_DELETED", name }, scope);
      }
      const pointer = { versionId: idOf(version), setAt: now, setBy: mlflowServer.id };
      await tx.modelAlias.upsert({ where, create: { modelId: model.id, name, ...pointer }, update: pointer });
      return noteModelChange(tx, { model, version: { id: idOf(version) }, kind: "ALIAS_SET", name }, scope);
    }
    case "TAG": {
      const { key, value } = difference;
      const version = difference.version === null ? null : { id: idOf(difference.version) };
      if (version) await setVersionTag(tx, version.id, key, value);
      else await setModelTag(tx, model.id, key, value);
      return noteModelChange(
        tx,
        { model, version, kind: value === null ? "TAG_DELETED" : "TAG_SET", name: key },
        scope,
      );
    }
    case "DESCRIBED": {
      const data = { description: difference.description };
      const version = difference.version === null ? null : { id: idOf(difference.version) };
      if (version) await tx.modelVersion.update({ where: { id: version.id }, data });
      else await tx.model.update({ where: { id: model.id }, data });
      return noteModelChange(tx, { model, version, kind: "DESCRIBED" }, scope);
    }
  }
}

async function setVersionTag(tx: Transaction, versionId: string, key: string, value: string | null): Promise<void> {
  if (value === null) await tx.versionTag.deleteMany({ where: { versionId, key } });
  else {
    const where = { versionId_key: { versionId, key } };
    await tx.versionTag.upsert({ where, create: { versionId, key, value }, update: { value } });
  }
}

async function setModelTag(tx: Transaction, modelId: string, key: string, value: string | null): Promise<void> {
  if (value === null) await tx.modelTag.deleteMany({ where: { modelId, key } });
  else {
    const where = { modelId_key: { modelId, key } };
    await tx.modelTag.upsert({ where, create: { modelId, key, value }, update: { value } });
  }
}

/** All moves at once, so that they have one time; and their tags on the server, so that it says of each version what is so here. */
async function moveTogether(
  tx: Transaction,
  { api }: RegistryContext,
  left: readonly Difference[],
  { model, idOf, scope }: Target,
): Promise<ToldMove[]> {
  const stages = left.filter((difference) => difference.kind === "STAGE");
  if (stages.length === 0) return [];
  const rows = await tx.modelVersion.findMany({ where: { id: { in: stages.map(({ version }) => idOf(version)) } } });
  const moves = stages.flatMap(({ version, to, reason }) => {
    const row = rows.find(({ id }) => id === idOf(version));
    return row ? [{ model, version: row, to, reason }] : [];
  });
  const moved = await moveStages(tx, moves, scope, null);
  const tags = moved.map(({ version, to }) => ({
    kind: "TAG" as const,
    model: model.name,
    version,
    key: stageTag,
    value: to.toLowerCase(),
  }));
  const gone = new Set(left.flatMap((difference) => (difference.kind === "GONE" ? [difference.version] : [])));
  await writeChanges(
    api,
    tags.filter(({ version }) => !gone.has(version)),
    AbortSignal.timeout(writeWithinMs),
  );
  return moved.map((move, index) => ({ ...move, reason: moves[index]?.reason ?? "ARCHIVED" }));
}

type ToldMove = MovedStage & { reason: StageChangeReason };

/** In the words of the acts that do the same here, so that who asks for those finds these. */
async function auditMoves(tx: Transaction, name: string, moves: readonly ToldMove[], scope: LogScope): Promise<void> {
  for (const move of moves) {
    const { version, from, to } = move;
    // It is told with the one that took its place.
    if (move.reason === "SUPERSEDED") continue;
    const [action, did] =
      to === "PRODUCTION"
        ? (["promoteVersion", `Promoted version ${version} of ${name} to production`] as const)
        : to === "CANDIDATE"
          ? (["restoreVersion", `Restored version ${version} of ${name} as a candidate`] as const)
          : (["archiveVersion", `Archived version ${version} of ${name}`] as const);
    const others = to === "PRODUCTION" ? moves.filter(({ reason }) => reason === "SUPERSEDED") : [];
    const changes = [move, ...others].map(({ reason: _reason, ...moved }) => moved);
    await appendAudit(tx, {
      action,
      outcome: "DONE",
      actor: mlflowServer,
      cause: scope.cause,
      subject: name,
      version,
      summary: `${did}, on the MLflow server.`,
      details: { planDigest: null, changes },
      before: { stage: from },
      after: { stage: to },
    });
  }
}

interface NewVersion {
  model: Model;
  production: string;
  server: ServerVersion;
  version: FetchedVersion;
  context: RegistryContext;
  scope: LogScope;
}

/** @returns its id */
async function createVersion(
  tx: Transaction,
  { model, production, server, version, context, scope }: NewVersion,
): Promise<string> {
  const at = scope.services.clock.now();
  const { id } = await tx.modelVersion.create({
    data: {
      modelId: model.id,
      version: server.version,
      productionScope: production,
      algorithm: "onnx",
      description: server.description,
      metrics: version.metrics.map((metric) => ({ ...metric })),
      params: version.params as Prisma.InputJsonValue,
      problem: version.problem,
      artifactSha256: version.artifact.sha256,
      artifactBytes: version.artifact.bytes,
      createdAt: server.createdAt,
      createdBy: mlflowServer.id,
      updatedAt: at,
      tags: { create: [...server.tags].map(([key, value]) => ({ key, value })) },
      files: { create: version.files },
      origin: { create: { source: server.source, runId: server.runId, runLink: null, loggedModelId: null } },
    },
    select: { id: true },
  });
  await touch(tx, { modelId: model.id, versionIds: [], at });
  const change = await tx.stageChange.create({
    data: {
      modelId: model.id,
      versionId: id,
      toStage: "CANDIDATE",
      reason: "REGISTERED",
      ...causeColumns(scope),
      at: await lockStageLog(tx, at),
    },
  });
  await context.pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
  return id;
}

/** For the audit log; null where another sentence says it. */
function inWords(difference: Difference): string | null {
  const of = (version: number | null) => (version === null ? "the model" : `version ${version}`);
  switch (difference.kind) {
    case "NEW":
      return `version ${difference.version.version} was registered`;
    case "GONE":
      return `version ${difference.version} was deleted`;
    case "STAGE":
      return null;
    case "ALIAS":
      return difference.version === null
        ? `the alias ${difference.alias} was deleted`
        : `the alias ${difference.alias} was pointed to version ${difference.version}`;
    case "TAG":
      return `the tag ${difference.key} of ${of(difference.version)} was ${difference.value === null ? "deleted" : "set"}`;
    case "DESCRIBED":
      return `${of(difference.version)} was described`;
  }
}

function scopeOf({ clock, pubSub }: RegistryContext): LogScope {
  return { actor: mlflowServer, cause: { requestId: `mlflow-${crypto.randomUUID()}` }, services: { clock, pubSub } };
}
