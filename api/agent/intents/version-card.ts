import type { Dataset, Model, ModelVersion } from "../../../prisma/client/client.ts";
import type { CardOf } from "../../chat/reply.ts";
import { definitionOf } from "../../models/live-models.ts";
import { metricSchema } from "../../models/metric.ts";

export function versionCard(model: Model, version: ModelVersion & { dataset: Dataset | null }): CardOf<"VersionCard"> {
  const { dataset } = version;
  return {
    type: "VersionCard",
    versionId: version.id,
    model: model.name,
    version: version.version,
    stage: version.stage,
    algorithm: version.algorithm,
    metrics: metricSchema.array().parse(version.metrics),
    features: definitionOf(model).features.map((feature) => feature.name),
    dataset: dataset && { name: dataset.name, sha256: dataset.sha256, rows: dataset.rows, columns: dataset.columns },
    createdAt: version.createdAt.toISOString(),
    createdBy: version.createdBy,
  };
}
