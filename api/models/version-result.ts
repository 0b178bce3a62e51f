import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { RegistryChange } from "./registry/registry.ts";
import type { MovedStage } from "./stages.ts";

/** Which version was acted on. */
export interface VersionResult {
  versionId: string;
  model: string;
  version: number;
}

export function versionResult<
  Audit extends { summary: string; details: { planDigest: string; changes: MovedStage[] } },
>(
  model: Model,
  version: ModelVersion,
  audit: Audit,
): { result: VersionResult; registry: RegistryChange[]; audit: Audit & { version: number } } {
  return {
    result: { versionId: version.id, model: model.name, version: version.version },
    registry: [{ kind: "MOVED", moves: audit.details.changes }],
    audit: { ...audit, version: version.version },
  };
}
