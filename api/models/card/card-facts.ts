import type { Prisma } from "../../../prisma/client/client.ts";
import { selectExamples } from "../../datasets/training-examples.ts";
import { actorNames } from "../../identity/actor-name.ts";
import type { Database } from "../../platform/database.ts";
import { DomainError } from "../../platform/errors.ts";
import { scoreExamples } from "../../predictions/score-examples.ts";
import { recordedSplit } from "../../training/split-rows.ts";
import type { ArtifactStore } from "../artifacts.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";
import { definitionOf, findModel } from "../live-models.ts";
import { findVersion } from "../stages.ts";
import { type SeenFeature, seenFeatures } from "./ranges.ts";
import { type FeatureSlices, slicesOf } from "./slices.ts";

const cardRow = {
  model: true,
  dataset: true,
  trainingRun: true,
  aliases: { orderBy: { name: "asc" } },
  tags: { orderBy: { key: "asc" } },
  changes: { orderBy: { id: "desc" }, take: 50 },
  reproductions: { where: { status: "SUCCEEDED" }, orderBy: { id: "desc" }, take: 1 },
} as const satisfies Prisma.ModelVersionInclude;

/** What the card tells that has to be looked up in the data. */
export interface DataFacts {
  seen: SeenFeature[];
  slices: FeatureSlices[];
}

/** All that a card is made of. */
export interface CardFacts {
  version: Prisma.ModelVersionGetPayload<{ include: typeof cardRow }>;
  definition: ModelDefinition;
  /** How an actor is called who made it or moved it. */
  nameOf: (id: string) => string;
  /** A sentence in their place when the data or the file can't be read any more. */
  data: DataFacts | { missing: string };
}

/** @throws {NotFoundError} when there is no such model or version */
export async function readCardFacts(
  { database, artifacts }: { database: Database; artifacts: ArtifactStore },
  named: { model: string; version: number },
): Promise<CardFacts> {
  const { id } = await findVersion(database, await findModel(database, named.model), named.version);
  const version = await database.modelVersion.findUniqueOrThrow({ where: { id }, include: cardRow });
  const definition = definitionOf(version.model);
  const nameOf = await actorNames(database, [version.createdBy, ...version.changes.map(({ actorId }) => actorId)]);
  return { version, definition, nameOf, data: await readDataFacts(artifacts, version, definition) };
}

async function readDataFacts(
  artifacts: ArtifactStore,
  { trainingRun: run, dataset, artifactSha256 }: CardFacts["version"],
  definition: ModelDefinition,
): Promise<CardFacts["data"]> {
  if (!run || !dataset) return { missing: "The version was not trained here, so nothing is known of its data." };
  try {
    const { name, sha256 } = dataset;
    const { testSize, seed } = run;
    const { examples, split } = await recordedSplit({ dataset: name, sha256, definition, testSize, seed });
    const test = selectExamples(examples, split.test);
    const scored = await scoreExamples(await artifacts.get(artifactSha256), definition, test);
    return { seen: seenFeatures(selectExamples(examples, split.train)), slices: slicesOf(test, scored, definition) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { missing: `This can't be told any more. ${error.message}` };
  }
}
