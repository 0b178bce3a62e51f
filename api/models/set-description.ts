import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { labelledResult, lockLabelled } from "./labelled.ts";
import { noteModelChange } from "./model-changes.ts";
import { taggedInput } from "./tags.ts";

const longestDescription = 20_000;

/** Puts a person's own words on a model or on a version. */
export const setDescription = defineWrite({
  name: "setDescription",
  title: "Describe a model or version",
  description: "Sets the description of a model or of one of its versions. An empty one takes it away.",
  risk: "write",
  permission: "models:write",
  input: z.object({
    ...taggedInput,
    description: z
      .string()
      .max(longestDescription, `a description has at most ${longestDescription} characters`)
      .refine((text) => text.isWellFormed() && !text.includes("\0"), "a description is text that can be stored"),
  }),
  subject: ({ model, version }) => ({ subject: model, ...(version ? { version } : {}) }),
  model: ({ model }) => model,
  async plan(tx, { description, ...input }) {
    const labelled = await lockLabelled(tx, input);
    const previous = (labelled.version ?? labelled.model).description;
    return {
      labelled,
      previous,
      effects: [`${labelled.name} gets another description.`],
      gates: [],
      basis: { ...labelledResult(labelled), description, previous },
    };
  },
  async execute(tx, { description }, { labelled, previous }, scope) {
    const { model, version } = labelled;
    const data = { description };
    if (version) await tx.modelVersion.update({ where: { id: version.id }, data });
    else await tx.model.update({ where: { id: model.id }, data });
    await noteModelChange(tx, { model, version, kind: "DESCRIBED" }, scope);
    return {
      result: labelledResult(labelled),
      registry: [{ kind: "DESCRIBED", model: model.name, version: version?.version ?? null, description }],
      audit: {
        summary: description ? `Described ${labelled.name}.` : `Took the description off ${labelled.name}.`,
        details: {},
        before: { description: previous },
        after: { description },
      },
    };
  },
});
