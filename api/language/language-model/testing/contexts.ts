import { titanic } from "../../../models/definitions/titanic.ts";
import type { InterpretationContext } from "../../interpreter.ts";

/** A registry with titanic versions 1 to 3, the second in production. */
export const trained: InterpretationContext = {
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
  ],
  focus: {},
  activeModel: "titanic",
};

export const confirming: InterpretationContext = {
  ...trained,
  pending: { kind: "CONFIRMATION", action: "promoteVersion", summary: "Promote titanic version 3." },
};

export const asking: InterpretationContext = {
  ...trained,
  pending: {
    kind: "FEATURES",
    model: "titanic",
    features: { sex: "female", pclass: "3" },
    missing: ["embarked", "age_group"],
  },
};

export const choosing: InterpretationContext = {
  ...trained,
  pending: {
    kind: "CHOICE",
    options: [
      { value: "titanic", label: "titanic: Titanic survival" },
      { value: "penguins", label: "penguins: Penguin species" },
    ],
  },
};
