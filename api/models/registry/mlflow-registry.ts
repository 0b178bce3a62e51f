import { UnavailableError } from "../../platform/errors.ts";
import { newModelName } from "../logged/reserved-models.ts";
import { MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import { bringIn } from "./bring-in.ts";
import { type Follower, startFollowing } from "./follow.ts";
import { keepTraining, registerKept } from "./keep-training.ts";
import { removedName } from "./own-tags.ts";
import type { Registry } from "./registry.ts";
import { type RegistryContext, writeWithinMs } from "./registry-context.ts";
import { asked } from "./server-errors.ts";
import { writeChanges } from "./write-changes.ts";

export interface MlflowRegistry extends Registry {
  /** Brings in what others change, until it is stopped. */
  follow(everyMs: number): Follower;
}

/** An MLflow server is the registry: it is written to first, and this database is its mirror. */
export function openMlflowRegistry(context: RegistryContext): MlflowRegistry {
  const { api } = context;
  const { uri } = api;
  let reachable = true;
  let follower: Follower | undefined;

  async function ask<T>(act: () => Promise<T>): Promise<T> {
    return asked(uri, async () => {
      try {
        const answer = await act();
        reachable = true;
        return answer;
      } catch (error) {
        if (error instanceof MlflowApiError) reachable = error.code !== "UNREACHABLE";
        throw error;
      }
    });
  }
  const soon = () => AbortSignal.timeout(writeWithinMs);

  return {
    server: uri,
    reachable: () => reachable,
    notShown: () => follower?.notShown() ?? [],
    follow(everyMs) {
      follower = startFollowing(context, {
        everyMs,
        answered(answered) {
          reachable = answered;
        },
      });
      return follower;
    },
    async refresh(model) {
      if (newModelName.safeParse(model).success) await ask(() => bringIn(context, model));
    },
    write: (changes) => ask(() => writeChanges(api, changes, soon())),
    keepTraining: (trained) => ask(() => keepTraining(context, trained)),
    async register(model, run, kept) {
      if (!kept)
        throw new UnavailableError(`What the training made is not on the MLflow server at ${uri}. Train again.`);
      return ask(() => registerKept(api, model, run, kept, soon()));
    },
    async giveUp(model) {
      const body = { name: removedName(model) };
      await ask(async () => {
        try {
          await api.send("DELETE", "/mlflow/registered-models/delete", body, { signal: soon() });
        } catch (error) {
          // Removed there in the first place, or deleted since.
          if (!(error instanceof MlflowApiError) || error.code !== "RESOURCE_DOES_NOT_EXIST") throw error;
        }
      });
    },
  };
}
