import { runAction } from "../../../actions/run-action.ts";
import { deleteTag } from "../../../models/delete-tag.ts";
import type { LabelledResult } from "../../../models/labelled.ts";
import { setDescription } from "../../../models/set-description.ts";
import { setTag } from "../../../models/set-tag.ts";
import { longestTagValue } from "../../../models/tags.ts";
import { LimitExceededError } from "../../../platform/errors.ts";
import { builder } from "../builder.ts";
import { type GraphQLContext, scopeOf } from "../context.ts";
import { registryErrors } from "./errors.ts";
import { Model, ModelVersion } from "./models.ts";

export const Tag = builder.objectRef<{ key: string; value: string }>("Tag").implement({
  fields: (t) => ({ key: t.exposeString("key"), value: t.exposeString("value") }),
});

const tags = { select: { key: true, value: true }, orderBy: { key: "asc" } } as const;

builder.prismaObjectField("Model", "tags", (t) =>
  t.field({ type: [Tag], description: "By key.", select: { tags }, resolve: (model) => model.tags }),
);
builder.prismaObjectField("ModelVersion", "tags", (t) =>
  t.field({ type: [Tag], description: "By key.", select: { tags }, resolve: (version) => version.tags }),
);
builder.prismaObjectField("ModelVersion", "description", (t) =>
  t.exposeString("description", { description: "A person's own words; empty when there are none." }),
);

const LabelledResultUnion = builder.errorUnion("LabelledResult", {
  types: [Model, ModelVersion, ...registryErrors, LimitExceededError],
});

/** What was labelled, as it is now. */
async function load({ services: { database } }: GraphQLContext, { modelId, versionId }: LabelledResult) {
  return versionId
    ? ModelVersion.addBrand(await database.modelVersion.findUniqueOrThrow({ where: { id: versionId } }))
    : Model.addBrand(await database.model.findUniqueOrThrow({ where: { id: modelId } }));
}

const ofVersion = "Of this version; omitted: of the model itself.";

builder.mutationFields((t) => ({
  setTag: t.field({
    type: LabelledResultUnion,
    description: setTag.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ description: ofVersion }),
      key: t.arg.string({ required: true, description: "At most 250 characters, of one line." }),
      value: t.arg.string({ required: true, description: `At most ${longestTagValue} characters.` }),
    },
    resolve: async (_parent, input, context) => load(context, await runAction(setTag, input, scopeOf(context))),
  }),
  deleteTag: t.field({
    type: LabelledResultUnion,
    description: deleteTag.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ description: ofVersion }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_parent, input, context) => load(context, await runAction(deleteTag, input, scopeOf(context))),
  }),
  setDescription: t.field({
    type: LabelledResultUnion,
    description: setDescription.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ description: ofVersion }),
      description: t.arg.string({ required: true }),
    },
    resolve: async (_parent, input, context) => load(context, await runAction(setDescription, input, scopeOf(context))),
  }),
}));
