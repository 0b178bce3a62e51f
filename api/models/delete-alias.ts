import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { InvalidInputError } from "../platform/errors.ts";
import { aliasName, findVersionByAlias, namedAlias } from "./aliases.ts";
import { modelName } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { noteModelChange } from "./model-changes.ts";
import type { VersionResult } from "./version-result.ts";

/** Takes an alias away; the version that it pointed to stays as it is. */
export const deleteAlias = defineWrite({
  name: "deleteAlias",
  title: "Delete an alias",
  description: "Deletes an alias of a model. The version that it pointed to stays as it is.",
  risk: "write",
  permission: "models:write",
  input: z.object({ model: modelName, alias: namedAlias }),
  subject: ({ model }) => ({ subject: model }),
  model: ({ model }) => model,
  async plan(tx, { model: name, alias }) {
    if (!aliasName.safeParse(alias).success) {
      const message = `"${alias.slice(0, 80)}" is no alias that can be set or deleted.`;
      throw new InvalidInputError(message, [{ path: "alias", message }]);
    }
    const model = await lockModel(tx, name);
    const target = await findVersionByAlias(tx, model, alias);
    return {
      model,
      target,
      effects: [`The alias ${alias} of ${model.name} is deleted; it points to version ${target.version} now.`],
      gates: [],
      basis: { model: model.id, alias, version: target.version },
    };
  },
  async execute(tx, { alias }, { model, target }, scope) {
    await tx.modelAlias.delete({ where: { modelId_name: { modelId: model.id, name: alias } } });
    await noteModelChange(tx, { model, kind: "ALIAS_DELETED", name: alias }, scope);
    const result: VersionResult = { versionId: target.id, model: model.name, version: target.version };
    return {
      result,
      registry: [{ kind: "ALIAS", model: model.name, alias, version: null }],
      audit: {
        summary: `Deleted the alias ${alias} of ${model.name}, which pointed to version ${target.version}.`,
        details: { alias },
        version: target.version,
        before: { version: target.version },
        after: null,
      },
    };
  },
  // The next prediction by this alias is of the version that it points to now.
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
