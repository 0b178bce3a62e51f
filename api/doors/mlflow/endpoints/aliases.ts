import { z } from "zod";
import { runAction } from "../../../actions/run-action.ts";
import { archiveVersion } from "../../../models/archive-version.ts";
import { deleteAlias } from "../../../models/delete-alias.ts";
import { findRegisteredByAlias, productionVersion } from "../../../models/logged/registered-models.ts";
import { moveToStage } from "../../../models/move-to-stage.ts";
import { setAlias } from "../../../models/set-alias.ts";
import { done } from "../messages.ts";
import { productionAlias, versionMessage } from "../render-registry.ts";
import { message, type Route } from "../route.ts";
import { version } from "./model-versions.ts";

const named = z.object({ name: z.string().min(1), alias: z.string().min(1) });

/** The alias `production` is the stage: to set it is to promote, to delete it is to take the version off production. */
export const aliasRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/registered-models/alias",
    "Point an alias to a version; `production` promotes it",
    named.extend({ version }),
    async (scope, { name, alias, version }) => {
      if (alias === productionAlias) await moveToStage(scope, { model: name, version, stage: "Production" });
      else await runAction(setAlias, { model: name, alias, version }, scope);
      return done;
    },
  ),
  message(
    "DELETE",
    "/mlflow/registered-models/alias",
    "Delete an alias; `production` takes the version off it",
    named,
    async (scope, { name, alias }) => {
      if (alias === productionAlias) {
        await runAction(archiveVersion, { model: name, version: await productionVersion(scope, name) }, scope);
      } else await runAction(deleteAlias, { model: name, alias }, scope);
      return done;
    },
  ),
  message(
    "GET",
    "/mlflow/registered-models/alias",
    "The version that an alias points to",
    named,
    async (scope, input) => ({
      model_version: versionMessage(await findRegisteredByAlias(scope, input.name, input.alias)),
    }),
  ),
];
