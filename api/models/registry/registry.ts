import type { TrainingRun } from "../../../prisma/client/client.ts";
import { ConflictError } from "../../platform/errors.ts";
import type { Metric } from "../metric.ts";
import type { MovedStage } from "../stages.ts";

/** What an act did to the registry, as a server has to be told of it. `version` null: it is about the model. */
export type RegistryChange =
  | { kind: "CREATED"; model: string; description: string; tags: readonly { key: string; value: string }[] }
  | { kind: "MOVED"; moves: readonly MovedStage[] }
  | { kind: "ALIAS"; model: string; alias: string; version: number | null }
  | { kind: "TAG"; model: string; version: number | null; key: string; value: string | null }
  | { kind: "DESCRIBED"; model: string; version: number | null; description: string }
  | { kind: "REMOVED"; model: string; modelId: string; production: number | null }
  | { kind: "RESTORED"; model: string; modelId: string; candidates: readonly number[] };

/** What a training made, before it is a version. */
export interface TrainedVersion {
  run: TrainingRun;
  dataset: { name: string; sha256: string };
  metrics: readonly Metric[];
  params: Readonly<Record<string, unknown>>;
  artifact: { sha256: string; bytes: number };
}

/** A model that is on the server, and not here. */
export interface UnshownModel {
  name: string;
  why: string;
}

/** Where a server has a training's files. */
export interface KeptTraining {
  runId: string;
  source: string;
}

/**
 * Where models, versions, aliases, tags, descriptions and stages are true: in this database, or on an MLflow server whose mirror the
 * database is. All that is read is read here; what is changed is written there first.
 */
export interface Registry {
  /** The address of the MLflow server; null where there is none. */
  readonly server: string | null;
  /**
   * Brings in what others changed of a model there. Called before a plan is made, outside of any transaction.
   * @throws {UnavailableError} when the server does not answer
   */
  refresh(model: string): Promise<void>;
  /**
   * Writes there what an act did, in the act's transaction and last of all: the model's row is locked, and what fails here undoes the act.
   * @throws {UnavailableError} when the server does not answer
   * @throws {ConflictError} when it refuses, or something moved there since the plan
   */
  write(changes: readonly RegistryChange[]): Promise<void>;
  /** Puts what a training made there: the run and the files, not a version yet. @throws {UnavailableError | ConflictError} */
  keepTraining(trained: TrainedVersion): Promise<KeptTraining | null>;
  /**
   * Makes it a version, in the transaction that registers it. The same run is the same version.
   * @returns its number; null where the registry is this database, which counts itself
   * @throws {UnavailableError | ConflictError}
   */
  register(model: string, run: TrainingRun, kept: KeptTraining | null): Promise<number | null>;
  /** A removed model can be restored no more: it is deleted there. @throws {UnavailableError | ConflictError} */
  giveUp(model: { id: string; name: string }): Promise<void>;
  /** Whether the server answered when it was asked last; null where there is none. */
  reachable(): boolean | null;
  /** Models of the server that can't be shown here, by name; as this process saw it last. */
  notShown(): readonly UnshownModel[];
}

/**
 * What a program logs here is registered here, or nowhere.
 * @throws {ConflictError} when the registry is another server
 */
export function requireOwnRegistry({ server }: Pick<Registry, "server">): void {
  if (server === null) return;
  throw new ConflictError(
    `The registry is the MLflow server at ${server}: register models and versions there, and they are seen here. Set MLFLOW_TRACKING_URI to its address.`,
  );
}

/** The database is the registry: what is written there is written. */
export const embeddedRegistry: Registry = {
  server: null,
  refresh: async () => {},
  write: async () => {},
  keepTraining: async () => null,
  register: async () => null,
  giveUp: async () => {},
  reachable: () => null,
  notShown: () => [],
};
