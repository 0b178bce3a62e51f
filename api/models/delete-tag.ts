import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { NotFoundError } from "../platform/errors.ts";
import { labelledResult, lockLabelled } from "./labelled.ts";
import { noteModelChange } from "./model-changes.ts";
import { taggedInput, tagKey, tagOf } from "./tags.ts";

/** Takes a tag off a model or a version. */
export const deleteTag = defineWrite({
  name: "deleteTag",
  title: "Delete a tag",
  description: "Deletes a tag of a model or of one of its versions.",
  risk: "write",
  permission: "models:write",
  input: z.object({ ...taggedInput, key: tagKey }),
  subject: ({ model, version }) => ({ subject: model, ...(version ? { version } : {}) }),
  model: ({ model }) => model,
  async plan(tx, { key, ...input }) {
    const labelled = await lockLabelled(tx, input);
    const previous = await tagOf(tx, labelled, key);
    if (previous === null) throw new NotFoundError(`There is no tag "${key.slice(0, 80)}" on ${labelled.name}.`);
    return {
      labelled,
      previous,
      effects: [`The tag ${key} of ${labelled.name} is deleted.`],
      gates: [],
      basis: { ...labelledResult(labelled), key, previous },
    };
  },
  async execute(tx, { key }, { labelled, previous }, scope) {
    const { model, version } = labelled;
    if (version) await tx.versionTag.delete({ where: { versionId_key: { versionId: version.id, key } } });
    else await tx.modelTag.delete({ where: { modelId_key: { modelId: model.id, key } } });
    await noteModelChange(tx, { model, version, kind: "TAG_DELETED", name: key }, scope);
    return {
      result: labelledResult(labelled),
      registry: [{ kind: "TAG", model: model.name, version: version?.version ?? null, key, value: null }],
      audit: {
        summary: `Deleted the tag ${key} of ${labelled.name}.`,
        details: { key },
        before: { value: previous },
        after: null,
      },
    };
  },
});
