import type { Permission } from "../identity/actor.ts";
import type { World } from "./agent-context.ts";
import { nextSteps } from "./intents/help.ts";

/** More promotions than these are a list, which is asked for by "What models are available?". */
const mostPromotions = 3;

/**
 * What would be good to say first, by how things stand: what is good to say next, and each model's candidate that is newer than what answers
 * for it. What the person may not do is not offered.
 */
export function firstSteps(world: World, permissions: ReadonlySet<Permission>): string[] {
  const asked = nextSteps(world).filter((step) => !/^(Promote|Train) /.test(step) || mayBegin(step, permissions));
  const promotions = permissions.has("models:write") ? world.models.flatMap(promotionOf) : [];
  const [first, ...others] = asked.length > 0 ? asked : ["What models are available?"];
  const steps = world.activeModel
    ? [first, ...promotions.slice(0, mostPromotions - 1), ...others]
    : [...promotions.slice(0, mostPromotions), first, ...others];
  return [...new Set(steps)].filter((step) => step !== undefined);
}

function mayBegin(step: string, permissions: ReadonlySet<Permission>): boolean {
  return permissions.has(step.startsWith("Promote ") ? "models:write" : "training:write");
}

function promotionOf({ definition, versions }: World["models"][number]): string[] {
  const answering = versions.find(({ stage }) => stage === "PRODUCTION")?.version ?? 0;
  const newer = versions.filter(({ stage, version }) => stage === "CANDIDATE" && version > answering);
  if (newer.length === 0) return [];
  return [`Promote version ${Math.max(...newer.map(({ version }) => version))} of ${definition.name}`];
}
