import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { LimitExceededError } from "../platform/errors.ts";
import { labelledResult, lockLabelled } from "./labelled.ts";
import { noteModelChange } from "./model-changes.ts";
import { countTags, mostTags, taggedInput, tagKey, tagOf, tagValue } from "./tags.ts";

/** Sets a tag of a model or of a version; one of that key gets the new value. */
export const setTag = defineWrite({
  name: "setTag",
  title: "Set a tag",
  description: "Sets a tag, a key with a value, of a model or of one of its versions.",
  risk: "write",
  permission: "models:write",
  input: z.object({ ...taggedInput, key: tagKey, value: tagValue }),
  subject: ({ model, version }) => ({ subject: model, ...(version ? { version } : {}) }),
  model: ({ model }) => model,
  async plan(tx, { key, value, ...input }) {
    const labelled = await lockLabelled(tx, input);
    const previous = await tagOf(tx, labelled, key);
    if (previous === null && (await countTags(tx, labelled)) >= mostTags) {
      throw new LimitExceededError(`${labelled.name} has ${mostTags} tags, which is the most. Delete one first.`);
    }
    return {
      labelled,
      previous,
      effects: [`The tag ${key} of ${labelled.name} is set.`],
      gates: [],
      basis: { ...labelledResult(labelled), key, value, previous },
    };
  },
  async execute(tx, { key, value }, { labelled, previous }, scope) {
    const { model, version } = labelled;
    if (version) {
      const where = { versionId_key: { versionId: version.id, key } };
      await tx.versionTag.upsert({ where, create: { versionId: version.id, key, value }, update: { value } });
    } else {
      const where = { modelId_key: { modelId: model.id, key } };
      await tx.modelTag.upsert({ where, create: { modelId: model.id, key, value }, update: { value } });
    }
    await noteModelChange(tx, { model, version, kind: "TAG_SET", name: key }, scope);
    return {
      result: labelledResult(labelled),
      registry: [{ kind: "TAG", model: model.name, version: version?.version ?? null, key, value }],
      audit: {
        summary: `Set the tag ${key} of ${labelled.name}.`,
        details: { key },
        before: { value: previous },
        after: { value },
      },
    };
  },
});
