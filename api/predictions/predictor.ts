import type { ArtifactStore } from "../models/artifacts.ts";
import type { FeatureValues, ModelDefinition } from "../models/definitions/define-model.ts";
import type { Database } from "../platform/database.ts";
import { MissingFeaturesError } from "../platform/errors.ts";
import type { Logger } from "../platform/log.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { findServingVersion, type NamedVersion, type ServingVersion } from "./find-serving-version.ts";
import { openScorer } from "./scorer.ts";
import { openScorerCache } from "./scorer-cache.ts";
import { validateFeatures } from "./validate-features.ts";

export interface PredictionRequest {
  /** Undefined: the production version promoted last answers. */
  model?: string | undefined;
  /** Undefined: the model's production version answers. */
  version?: number | undefined;
  /** In place of a version's number: the one that it points to when this is asked. */
  alias?: string | undefined;
  /** Feature to value, as the caller gave it. */
  features: unknown;
}

export interface PredictionResult {
  model: string;
  version: number;
  definition: ModelDefinition;
  /** The predicted class, or for a regression the number. */
  value: string | number;
  /** Class to probability; null for a regression. */
  probabilities: Record<string, number> | null;
  /** The features used, as canonical values. */
  features: FeatureValues;
}

export interface Predictor {
  /**
   * @throws {NotFoundError | ConflictError} when no such version answers
   * @throws {InvalidInputError} when a feature can't be used, or the version is named twice, or without its model
   * @throws {MissingFeaturesError} when a required feature is not given
   * @throws {UnavailableError} when the version's file is not here
   */
  predict(request: PredictionRequest): Promise<PredictionResult>;
  /** Forgets which versions answer: call it right after a commit that changed it. */
  invalidate(model?: string): void;
  close(): Promise<void>;
}

export interface PredictorOptions {
  database: Database;
  artifacts: ArtifactStore;
  pubSub: PubSub;
  log: Logger;
  /** Models held in memory. */
  capacity?: number;
}

/** Pointers kept: production versions by model, and versions that were named, by number or alias. */
const mostPointers = 1_000;

/**
 * Answers predictions from memory: which version answers is remembered until a notice says that stages changed, and not at all
 * while notices don't arrive; a version's file never changes, so its session stays until others push it out.
 */
export function openPredictor({ database, artifacts, pubSub, log, capacity = 32 }: PredictorOptions): Predictor {
  const scorers = openScorerCache(capacity);
  const serving = new Map<string, Promise<ServingVersion>>();

  function forget(): void {
    serving.clear();
  }
  const stopListening = [pubSub.listen("model_event", forget), pubSub.onGap(forget)];

  function find(named: NamedVersion): Promise<ServingVersion> {
    if (!pubSub.connected) {
      forget();
      return findServingVersion(database, named);
    }
    // As JSON: a name may hold any character.
    const key = JSON.stringify([named.model, named.version, named.alias]);
    const known = serving.get(key);
    if (known) return known;
    // A notice that comes while this is read clears it from the map, so what was read before the change is not kept.
    const reading = findServingVersion(database, named);
    if (serving.size >= mostPointers) forget();
    serving.set(key, reading);
    reading.catch(() => {
      if (serving.get(key) === reading) serving.delete(key);
    });
    return reading;
  }

  return {
    async predict({ features: raw, ...named }) {
      const { model, version, definition, artifactSha256 } = await find(named);
      const { values, missing } = validateFeatures(definition, raw);
      if (missing.length > 0)
        throw new MissingFeaturesError(missingMessage(definition, missing), model, version, missing);
      const load = async () => {
        log.debug({ model, version, artifactSha256 }, "loading a version");
        return openScorer(await artifacts.get(artifactSha256), definition);
      };
      const { value, probabilities } = await scorers.with(artifactSha256, load, (scorer) => scorer.score(values));
      return { model, version, definition, value, probabilities, features: values };
    },
    invalidate: forget,
    async close() {
      for (const stop of stopListening) stop();
      forget();
      await scorers.close();
    },
  };
}

function missingMessage(definition: ModelDefinition, missing: readonly string[]): string {
  const questions = definition.features.filter(({ name }) => missing.includes(name)).map(({ question }) => question);
  return `To predict with ${definition.name}, ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing. ${questions.join(" ")}`;
}
