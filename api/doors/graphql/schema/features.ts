import type { FeatureDefinition } from "../../../models/definitions/define-model.ts";
import { builder } from "../builder.ts";
import { FeatureKind } from "./enums.ts";

const FeatureCategory = builder
  .objectRef<{ value: string; label: string }>("FeatureCategory")
  .implement({ fields: (t) => ({ value: t.exposeString("value"), label: t.exposeString("label") }) });

export const Feature = builder.objectRef<FeatureDefinition>("Feature").implement({
  description: "What a model reads.",
  fields: (t) => ({
    name: t.exposeString("name"),
    label: t.string({
      description: "What a person calls it.",
      resolve: (feature) => feature.label ?? feature.name.replaceAll("_", " "),
    }),
    kind: t.field({ type: FeatureKind, resolve: (feature) => feature.kind }),
    categories: t.stringList({
      nullable: true,
      description: "The values that are possible, for a categorical feature.",
      resolve: (feature) =>
        feature.kind === "CATEGORICAL" ? feature.categories.map((category) => category.value) : null,
    }),
    options: t.field({
      type: [FeatureCategory],
      nullable: true,
      description: "The categories with the words that a person would use.",
      resolve: (feature) => (feature.kind === "CATEGORICAL" ? feature.categories : null),
    }),
    unit: t.string({
      nullable: true,
      resolve: (feature) => (feature.kind === "NUMERIC" ? (feature.unit ?? null) : null),
    }),
    min: t.float({ nullable: true, resolve: (feature) => (feature.kind === "NUMERIC" ? (feature.min ?? null) : null) }),
    max: t.float({ nullable: true, resolve: (feature) => (feature.kind === "NUMERIC" ? (feature.max ?? null) : null) }),
    integer: t.boolean({
      description: "Whole numbers alone are possible.",
      resolve: (feature) => feature.kind === "NUMERIC" && feature.integer,
    }),
    required: t.exposeBoolean("required"),
    description: t.exposeString("description"),
    question: t.exposeString("question", { description: "How the service asks for it." }),
  }),
});
