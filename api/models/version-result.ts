import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { MovedStage } from "./stages.ts";

/** Which version was acted on. */
export interface VersionResult {
  versionId: string;
  model: string;
  version: number;
}

export function versionResult<
  Audit extends { summary: string; details: { planDigest: string; changes: MovedStage[] } },
>(model: Model, version: ModelVersion, audit: Audit): { result: VersionResult; audit: Audit & { version: number } } {
  return {
    result: { versionId: version.id, model: model.name, version: version.version },
    audit: { ...audit, version: version.version },
  };
}
