import { runRead } from "../../../actions/run-action.ts";
import {
  holdoutDifferences,
  mostDifferences,
  type HoldoutDifferences as Shape,
} from "../../../models/holdout-differences.ts";
import { UnavailableError } from "../../../platform/errors.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { commonErrors } from "./errors.ts";
import { VersionsCompared } from "./models.ts";

const ComparedRows = builder.enumType("ComparedRows", {
  values: {
    HELD_OUT_BY_ALL: { description: "Rows that no version was trained on: a fair comparison." },
    HELD_OUT_BY_ANY: {
      description:
        "Rows too that some of the versions were trained on: each prediction says whether its version held the row out.",
    },
  },
});

const VersionPrediction = builder
  .objectRef<Shape["rows"][number]["predictions"][number]>("VersionPrediction")
  .implement({
    fields: (t) => ({
      version: t.exposeInt("version"),
      heldOut: t.exposeBoolean("heldOut", { description: "False: this version was trained on the row." }),
      value: t.field({
        type: "JSON",
        description: "The predicted class, or the number for a regression.",
        resolve: ({ value }) => value,
      }),
      probabilities: t.field({
        type: "JSON",
        nullable: true,
        description: "Class to probability; null for a regression.",
        resolve: ({ probabilities }) => probabilities,
      }),
    }),
  });

const DifferingRow = builder.objectRef<Shape["rows"][number]>("DifferingRow").implement({
  description: "A row of the data on which versions do not agree.",
  fields: (t) => ({
    row: t.exposeInt("row", { description: "Of the data set's file, counted from 0 after its header." }),
    features: t.field({ type: "JSON", resolve: ({ features }) => features }),
    truth: t.field({ type: "JSON", description: "What the data says.", resolve: ({ truth }) => truth }),
    spread: t.exposeFloat("spread", {
      description: "Between the two versions that lie farthest apart: of a class's probability, or of the number.",
    }),
    predictions: t.field({ type: [VersionPrediction], resolve: ({ predictions }) => predictions }),
  }),
});

const HoldoutDifferences = builder.objectRef<Shape>("HoldoutDifferences").implement({
  description: "The rows on which versions predict different classes, or numbers more than 1e-6 apart.",
  fields: (t) => ({
    compared: t.exposeInt("compared", { description: "Rows that were looked at." }),
    heldOutByAll: t.exposeInt("heldOutByAll", { description: "Of these, rows that every version held out." }),
    total: t.exposeInt("total", { description: "Rows on which they differ." }),
    rows: t.field({ type: [DifferingRow], description: "Those farthest apart first.", resolve: ({ rows }) => rows }),
  }),
});

builder.objectField(VersionsCompared, "holdoutDifferences", (t) =>
  t.field({
    type: HoldoutDifferences,
    description: holdoutDifferences.description,
    // It runs every version's file over the rows.
    complexity: 1_000,
    errors: { types: [...commonErrors, UnavailableError], union: { name: "HoldoutDifferencesResult" } },
    args: {
      rows: t.arg({ type: ComparedRows, defaultValue: "HELD_OUT_BY_ALL" }),
      first: t.arg.int({ defaultValue: 50, description: `At most ${mostDifferences}.` }),
      skip: t.arg.int({ defaultValue: 0 }),
    },
    resolve: ({ model, versions }, { rows, first, skip }, context) =>
      runRead(
        holdoutDifferences,
        {
          model: model.name,
          versions: versions.map(({ version }) => version),
          rows: rows ?? undefined,
          first: first ?? undefined,
          skip: skip ?? undefined,
        },
        scopeOf(context),
      ),
  }),
);
