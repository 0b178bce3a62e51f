import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { LimitExceededError } from "../platform/errors.ts";
import { aliasName, mostAliases, versionByAlias } from "./aliases.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { noteModelChange } from "./model-changes.ts";
import { findVersion } from "./stages.ts";
import type { VersionResult } from "./version-result.ts";

/** Points an alias to a version; one that pointed to another is moved. */
export const setAlias = defineWrite({
  name: "setAlias",
  title: "Set an alias",
  description:
    "Points an alias of a model to one of its versions; an alias that pointed to another version is moved. Stages stay as they are.",
  risk: "write",
  permission: "models:write",
  input: z.object({ model: modelName, alias: aliasName, version: versionNumber }),
  subject: ({ model, version }) => ({ subject: model, version }),
  model: ({ model }) => model,
  async plan(tx, input) {
    const model = await lockModel(tx, input.model);
    const target = await findVersion(tx, model, input.version);
    const previous = await versionByAlias(tx, model.id, input.alias);
    if (!previous && (await tx.modelAlias.count({ where: { modelId: model.id } })) >= mostAliases) {
      throw new LimitExceededError(`${model.name} has ${mostAliases} aliases, which is the most. Delete one first.`);
    }
    const from = previous ? ` in place of version ${previous.version}` : "";
    return {
      model,
      target,
      previous,
      effects: [`The alias ${input.alias} of ${model.name} points to version ${target.version}${from}.`],
      gates: [],
      basis: { model: model.id, version: target.version, previous: previous?.version ?? null },
    };
  },
  async execute(tx, { alias }, { model, target, previous }, scope) {
    const pointer = { versionId: target.id, setAt: scope.services.clock.now(), setBy: scope.actor.id };
    await tx.modelAlias.upsert({
      where: { modelId_name: { modelId: model.id, name: alias } },
      create: { modelId: model.id, name: alias, ...pointer },
      update: pointer,
    });
    await noteModelChange(tx, { model, version: target, kind: "ALIAS_SET", name: alias }, scope);
    const result: VersionResult = { versionId: target.id, model: model.name, version: target.version };
    return {
      result,
      registry: [{ kind: "ALIAS", model: model.name, alias, version: target.version }],
      audit: {
        summary: `Pointed the alias ${alias} of ${model.name} to version ${target.version}.`,
        details: { alias },
        before: { version: previous?.version ?? null },
        after: { version: target.version },
      },
    };
  },
  // The next prediction by this alias is of the version that it points to now.
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
