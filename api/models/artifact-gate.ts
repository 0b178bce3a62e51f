import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { Gate } from "../actions/define-action.ts";
import { UnavailableError } from "../platform/errors.ts";
import { openScorer } from "../predictions/scorer.ts";
import type { ArtifactStore } from "./artifacts.ts";
import { definitionOf } from "./live-models.ts";

/** What a look at a version's file came to. */
export interface CheckedArtifact {
  sha256: string;
  /** Sentences: what is wrong and what to do; null when nothing is. */
  problem: string | null;
}

/** Does with a version's file what a prediction would: reads it, compares its SHA-256, and opens it in onnxruntime. */
export async function checkArtifact(
  artifacts: ArtifactStore,
  model: Pick<Model, "definition">,
  { artifactSha256: sha256, problem: known }: Pick<ModelVersion, "artifactSha256" | "problem">,
): Promise<CheckedArtifact> {
  if (known !== null) return { sha256, problem: known };
  try {
    const scorer = await openScorer(await artifacts.get(sha256), definitionOf(model));
    await scorer.close();
    return { sha256, problem: null };
  } catch (error) {
    const problem =
      error instanceof UnavailableError
        ? error.message
        : `The model's file ${sha256.slice(0, 12)}… can't be opened by onnxruntime. Train again.`;
    return { sha256, problem };
  }
}

/** A version goes into production only when its file can answer predictions. */
export function artifactGate({ name }: Model, { version }: ModelVersion, { problem }: CheckedArtifact): Gate {
  return {
    name: "artifact",
    passed: problem === null,
    detail:
      problem === null
        ? `The ONNX file of version ${version} is in place, as it was registered, and opens.`
        : `Version ${version} of ${name} can't answer predictions. ${problem}`,
  };
}
