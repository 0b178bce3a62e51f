import { runRead } from "../../actions/run-action.ts";
import { metricSchema } from "../../chat/reply.ts";
import { compareVersions } from "../../models/compare-versions.ts";
import { outcome } from "../outcome.ts";
import { code, holdoutMetric, percent, stageWord } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

export const compareVersionsIntent: DirectHandler = {
  kind: "direct",
  actions: ["compareVersions"],
  async perform(context, slots) {
    const which = whichModel(context, slots);
    if ("ask" in which) return which;
    if ("outcome" in which) return which.outcome;
    const versions = slots.versions ?? (slots.version ? [slots.version] : []);
    const compared = await runRead(compareVersions, { model: which.model, versions }, context.scope);
    const rows = compared.versions.map((version) => ({
      version: version.version,
      stage: version.stage,
      algorithm: version.algorithm,
      metrics: metricSchema.array().parse(version.metrics),
      createdAt: version.createdAt.toISOString(),
    }));
    const lines = rows.map(({ version, stage, metrics }) => {
      const accuracy = holdoutMetric(metrics, "accuracy");
      return `- version ${version} (${stageWord(stage)}): ${accuracy === null ? "no accuracy" : `accuracy ${percent(accuracy)}`}`;
    });
    return outcome(
      "COMPARE_VERSIONS",
      `Versions of ${code(compared.model.name)}, each on its own held-out rows:\n\n${lines.join("\n")}`,
      {
        cards: [{ type: "VersionComparison", model: compared.model.name, versions: rows }],
        suggestions: rows
          .filter((row) => row.stage !== "PRODUCTION")
          .map((row) => `Promote version ${row.version} of ${compared.model.name}`)
          .slice(0, 2),
        focus: { model: compared.model.name },
      },
    );
  },
};
