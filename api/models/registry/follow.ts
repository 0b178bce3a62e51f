import { liveModels } from "../live-models.ts";
import { newModelName } from "../logged/reserved-models.ts";
import { MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import { bringIn } from "./bring-in.ts";
import type { RegistryContext } from "./registry-context.ts";
import { readServer } from "./server-state.ts";

export interface Follower {
  /** Looks once, now; what looks already is waited for. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Brings in what others change on the server: now, and again and again. Its lists are read whole, as neither an alias nor a tag
 * moves the time of a model's last change there; what says the same as the last time is looked at no further.
 * @param answered is told how each look ended
 */
export function startFollowing(
  context: RegistryContext,
  { everyMs, answered }: { everyMs: number; answered(reachable: boolean): void },
): Follower {
  const { api, database, log } = context;
  const seen = new Map<string, string>();
  const told = new Map<string, string>();
  let stopping = false;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function lookOnce(): Promise<void> {
    const models = await readServer(api);
    answered(true);
    const there = new Set<string>();
    for (const { name, digest } of models) {
      if (stopping) return;
      there.add(name);
      if (!newModelName.safeParse(name).success) tellOnce(name, "no name that a model can have here");
      else if (seen.get(name) !== digest && (await follow(name))) seen.set(name, digest);
    }
    const here = await database.model.findMany({ where: liveModels, select: { name: true } });
    for (const { name } of here) if (!stopping && !there.has(name)) await follow(name);
    for (const name of seen.keys()) if (!there.has(name)) seen.delete(name);
  }

  /** One that can't be brought in keeps no other from it. @returns whether it is as it is there */
  async function follow(name: string): Promise<boolean> {
    try {
      const { why, whole } = await bringIn(context, name);
      if (why !== null) tellOnce(name, why);
      return whole;
    } catch (error) {
      if (error instanceof MlflowApiError && error.code === "UNREACHABLE") throw error;
      log.warn({ err: error, model: name }, "a model of the MLflow server could not be brought in; trying again");
      return false;
    }
  }

  function tellOnce(name: string, why: string): void {
    if (told.get(name) === why) return;
    told.set(name, why);
    log.warn({ model: name.slice(0, 200), why }, "a model of the MLflow server is not shown");
  }

  function look(): Promise<void> {
    looking ??= lookOnce()
      .catch((error: unknown) => {
        answered(false);
        log.warn({ err: error }, "the MLflow server that is the registry could not be read; trying again");
      })
      .finally(() => {
        looking = undefined;
        clearTimeout(timer);
        if (!stopping) timer = setTimeout(look, everyMs);
      });
    return looking;
  }

  void look();
  return {
    look,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
