import { storableText } from "../../platform/storable.ts";
import { liveModels } from "../live-models.ts";
import { newModelName } from "../logged/reserved-models.ts";
import { MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import { bringIn } from "./bring-in.ts";
import { isRemovedName } from "./own-tags.ts";
import type { UnshownModel } from "./registry.ts";
import type { RegistryContext } from "./registry-context.ts";
import { readServer } from "./server-state.ts";

export interface Follower {
  /** Looks once, now; what looks already is waited for. */
  look(): Promise<void>;
  /** Models that can't be shown here, by name. */
  notShown(): UnshownModel[];
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
  const unshown = new Map<string, string>();
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
      const named = newModelName.safeParse(name);
      if (!named.success) hide(name, `${sentence(named.error.issues[0]?.message ?? "")} Rename it there.`);
      else if (seen.get(name) !== digest && (await follow(name))) seen.set(name, digest);
    }
    const here = await database.model.findMany({ where: liveModels, select: { name: true } });
    for (const { name } of here) if (!stopping && !there.has(name)) await follow(name);
    for (const map of [seen, unshown]) for (const name of map.keys()) if (!there.has(name)) map.delete(name);
  }

  /** One that can't be brought in keeps no other from it. @returns whether it is as it is there */
  async function follow(name: string): Promise<boolean> {
    try {
      const { why, whole } = await bringIn(context, name);
      if (why === null) unshown.delete(name);
      else hide(name, why);
      return whole;
    } catch (error) {
      if (error instanceof MlflowApiError && error.code === "UNREACHABLE") throw error;
      log.warn({ err: error, model: name }, "a model of the MLflow server could not be brought in; trying again");
      return false;
    }
  }

  /** Told of once. What was removed here waits there under a name of ours, and is no news. */
  function hide(name: string, why: string): void {
    if (unshown.get(name) === why || isRemovedName(name)) return;
    unshown.set(name, why);
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
    notShown: () =>
      [...unshown]
        .map(([name, why]) => ({ name: storableText(name, 200), why }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
