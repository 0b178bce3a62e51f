import type { Database, Transaction } from "../platform/database.ts";
import type { Logger } from "../platform/log.ts";
import type { ArtifactStore } from "./artifacts.ts";

/**
 * The advisory lock between purges (exclusive) and registrations (shared): a file is not deleted between a registration's look at it
 * and the commit of the version that needs it.
 */
const artifactsLock = 7_305_004;
/** Files dealt with in one transaction: registrations wait for no more than this. */
const batchSize = 10;
/** No deletion begins later than this after the first of its batch: one that outlived the lock could take a file that was just registered. */
const deletingMs = 10_000;
const transactionOptions = { maxWait: 5_000, timeout: 2 * deletingMs };
/** A file that no version knows may be one that is about to be registered; a training is over within this. */
const graceMs = 60 * 60_000;

export interface PurgeContext {
  database: Database;
  artifacts: ArtifactStore;
  log: Logger;
}

/** Held until the transaction ends: no file is purged meanwhile. */
export async function keepArtifacts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${artifactsLock})`;
}

/** Stores of which it was said that they are shared: every hour would be too often. */
const toldOf = new WeakSet<ArtifactStore>();

/**
 * Deletes files that nothing needs and that are older than an hour: those of removed models that can't be restored any more, what a training left that was never
 * registered, and unfinished writes. Where another database ever used the store no file is deleted but what was never finished: the same
 * bytes have the same name, and that one may need them.
 * @returns how many files were deleted
 */
export async function sweepArtifacts(context: PurgeContext & { now: Date; signal: AbortSignal }): Promise<number> {
  const { artifacts, log, now, signal } = context;
  const before = new Date(now.getTime() - graceMs);
  const alone = await claimArtifacts(context);
  let deleted = await artifacts.removeUnfinished(before);
  if (!alone) {
    if (!toldOf.has(artifacts)) log.warn("no model files are deleted: another database keeps files in the same place");
    toldOf.add(artifacts);
    return deleted;
  }
  let batch: string[] = [];
  const flush = async () => {
    const candidates = batch;
    batch = [];
    if (candidates.length > 0) deleted += await purge(context, candidates, before);
  };
  for await (const hash of artifacts.list()) {
    if (signal.aborted) return deleted;
    if (batch.push(hash) >= batchSize) await flush();
  }
  await flush();
  return deleted;
}

/**
 * Deletes those of the files that no version of a model has that is live or can be restored, and no path that programs upload to, and
 * that were not stored since `before`. What a slow store leaves no time for waits for the next sweep.
 * @returns how many
 */
async function purge({ database, artifacts, log }: PurgeContext, hashes: string[], before: Date): Promise<number> {
  const deleted = await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${artifactsLock})`;
    const versions = await tx.modelVersion.findMany({
      where: { artifactSha256: { in: hashes }, model: { purgedAt: null } },
      select: { artifactSha256: true },
    });
    const logged = await tx.loggedFile.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } });
    const files = await tx.versionFile.findMany({
      where: { sha256: { in: hashes }, version: { model: { purgedAt: null } } },
      select: { sha256: true },
    });
    const needed = new Set([
      ...versions.map((version) => version.artifactSha256),
      ...[...logged, ...files].map((file) => file.sha256),
    ]);
    const gone: string[] = [];
    const late = AbortSignal.timeout(deletingMs);
    try {
      for (const hash of hashes) {
        if (late.aborted) break;
        if (!needed.has(hash) && (await artifacts.remove(hash, before, late))) gone.push(hash);
      }
    } catch (error) {
      if (!late.aborted) throw error;
    }
    return gone;
  }, transactionOptions);
  if (deleted.length > 0) log.info({ files: deleted }, "deleted model files that nothing needs");
  return deleted.length;
}

/** Notes that this database keeps files in the store: to be called before it puts any. @returns whether it is the only one that ever did */
export async function claimArtifacts({ database, artifacts }: Pick<PurgeContext, "database" | "artifacts">) {
  return artifacts.claim(await registryId(database));
}

/** What tells this database from others from its first moment on: the id of its first migration. */
async function registryId(database: Database): Promise<string> {
  const [first] = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM _prisma_migrations ORDER BY started_at, id LIMIT 1`;
  if (!first) throw new Error("_prisma_migrations has no row; the migrations are incomplete");
  return first.id;
}
