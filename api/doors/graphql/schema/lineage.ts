import { runRead } from "../../../actions/run-action.ts";
import { modelCard } from "../../../models/card/model-card.ts";
import { definitionOf } from "../../../models/live-models.ts";
import { canonicalJson, sha256 } from "../../../platform/canonical-json.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { DatasetRef, ModelVersion } from "./models.ts";
import { Reproduction } from "./reproductions.ts";
import { StageChange } from "./stage-history.ts";
import { TrainingRun } from "./training.ts";

/** More than happens to one version. */
const mostChanges = 200;
const mostReproductions = 20;

const Lineage = builder.prismaObject("ModelVersion", {
  variant: "Lineage",
  description:
    "What a version came of, and what became of it: its data by hash, the run with seed, parameters and environment, the file, the stages.",
  fields: (t) => ({
    dataset: t.relation("dataset", {
      type: DatasetRef,
      nullable: true,
      description: "The data, by the SHA-256 of its file; null for a version that was not trained here.",
    }),
    definitionSha256: t.string({
      description: "Of the model's definition as canonical JSON: which features it reads, and from which columns.",
      select: { model: { select: { definition: true } } },
      resolve: ({ model }) => sha256(canonicalJson(definitionOf(model))),
    }),
    run: t.relation("trainingRun", {
      type: TrainingRun,
      nullable: true,
      description: "Seed, parameters, rows and environment; null for a version that was not trained here.",
    }),
    version: t.variant(ModelVersion),
    artifactSha256: t.exposeString("artifactSha256"),
    changes: t.relation("changes", {
      type: StageChange,
      args: {},
      description: `From stage to stage, the oldest first; at most ${mostChanges}.`,
      query: { orderBy: { id: "asc" }, take: mostChanges },
    }),
    reproductions: t.relation("reproductions", {
      type: Reproduction,
      args: {},
      description: `When it was trained again from its record, the newest first; at most ${mostReproductions}.`,
      query: { orderBy: { id: "desc" }, take: mostReproductions },
    }),
  }),
});

builder.prismaObjectFields("ModelVersion", (t) => ({
  lineage: t.variant(Lineage),
  card: t.string({
    nullable: true,
    description: `${modelCard.description} Null when its model was removed. Also a file: \`GET /models/<name>/versions/<version>/card.md\`.`,
    // It runs the version's file over the rows held out.
    complexity: 2_000,
    select: { version: true, model: { select: { name: true, removedAt: true } } },
    resolve: ({ version, model }, _args, context) =>
      model.removedAt ? null : runRead(modelCard, { model: model.name, version }, scopeOf(context)),
  }),
}));
