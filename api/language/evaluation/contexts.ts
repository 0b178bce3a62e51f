import { cars } from "../../models/definitions/cars.ts";
import { penguins } from "../../models/definitions/penguins.ts";
import { titanic } from "../../models/definitions/titanic.ts";
import type { InterpretationContext } from "../interpreter.ts";

/** Titanic with three versions, the second in production; penguins with one; cars never trained. */
const registry: InterpretationContext = {
  models: [
    {
      definition: titanic,
      registered: true,
      versions: [
        { version: 3, stage: "CANDIDATE" },
        { version: 2, stage: "PRODUCTION" },
        { version: 1, stage: "ARCHIVED" },
      ],
    },
    { definition: penguins, registered: true, versions: [{ version: 1, stage: "PRODUCTION" }] },
    { definition: cars, registered: false, versions: [] },
  ],
  focus: {},
  activeModel: "titanic",
};

/** As the dialogues' fleet: every model trained, titanic promoted last. */
const fleet: InterpretationContext = {
  models: [
    ...registry.models.slice(0, 2),
    {
      definition: cars,
      registered: true,
      versions: [
        { version: 2, stage: "CANDIDATE" },
        { version: 1, stage: "PRODUCTION" },
      ],
    },
  ],
  focus: {},
  activeModel: "titanic",
};

/** The situations that messages of the evaluation are said in. */
export const evaluationContexts = {
  registry,
  fleet,
  focus: { ...registry, focus: { model: "titanic", version: 3 } },
  training: { ...registry, focus: { model: "titanic", runId: "run" } },
  predicted: {
    ...registry,
    focus: { model: "titanic", features: { sex: "male", pclass: "3", embarked: "S", age_group: "adult" } },
  },
  confirm: {
    ...registry,
    focus: { model: "titanic", version: 3 },
    pending: {
      kind: "CONFIRMATION",
      action: "promoteVersion",
      summary: "Promote titanic version 3",
      request: "put titanic 3 live",
      about: { model: "titanic", version: 3 },
    },
  },
  features: {
    ...registry,
    focus: { model: "titanic" },
    pending: {
      kind: "FEATURES",
      model: "titanic",
      features: { sex: "female", pclass: "3" },
      missing: ["embarked", "age_group"],
    },
  },
  classes: {
    ...registry,
    focus: { model: "titanic" },
    pending: {
      kind: "FEATURES",
      model: "titanic",
      features: { sex: "female" },
      missing: ["pclass", "embarked", "age_group"],
    },
  },
  penguin: {
    ...registry,
    focus: { model: "penguins" },
    pending: {
      kind: "FEATURES",
      model: "penguins",
      features: { sex: "female", island: "Dream", bill_length_mm: 40, bill_depth_mm: 18, flipper_length_mm: 190 },
      missing: ["body_mass_g"],
    },
  },
  choice: {
    ...registry,
    pending: {
      kind: "CHOICE",
      options: [
        { value: "titanic", label: "Titanic survival" },
        { value: "penguins", label: "Penguin species" },
      ],
    },
  },
} as const satisfies Record<string, InterpretationContext>;
export type EvaluationContext = keyof typeof evaluationContexts;
