import type { Stage, StageChangeReason } from "../../../prisma/client/client.ts";
import type { MirroredModel, MirroredVersion } from "./mirror.ts";
import type { ServerModel, ServerVersion } from "./server-state.ts";

/** What the server says of a model that this database does not. `version` null: it is about the model. */
export type Difference =
  | { kind: "NEW"; version: ServerVersion }
  | { kind: "GONE"; version: number }
  | { kind: "STAGE"; version: number; from: Stage; to: Stage; reason: StageChangeReason }
  | { kind: "ALIAS"; alias: string; version: number | null }
  | { kind: "TAG"; version: number | null; key: string; value: string | null }
  | { kind: "DESCRIBED"; version: number | null; description: string };

/** An empty model: what one is compared with that is not here yet. */
const nothing: MirroredModel = {
  id: "",
  name: "",
  description: "",
  tags: new Map(),
  aliases: new Map(),
  versions: [],
};

/**
 * Compares a model on the server with what is here of it.
 * @param mirrored null: it is not here yet
 * @param isOurs whether a training that still runs here will register that version itself
 */
export function differencesOf(
  server: ServerModel,
  mirrored: MirroredModel | null,
  isOurs: (version: ServerVersion) => boolean = () => false,
): Difference[] {
  const mirror = mirrored ?? nothing;
  const here = new Map(mirror.versions.map((version) => [version.version, version]));
  const there = new Map(server.versions.map((version) => [version.version, version]));
  const fresh = server.versions.filter((version) => !here.has(version.version) && !isOurs(version));
  const known = new Set([...here.keys(), ...fresh.map(({ version }) => version)]);
  const gone = mirror.versions.filter((version) => !version.gone && !there.has(version.version));
  // An alias of a version that is not told of yet waits until it is.
  const aliases = new Map([...server.aliases].filter(([, version]) => known.has(version)));
  const differences: Difference[] = [
    ...fresh.map((version) => ({ kind: "NEW", version }) as const),
    ...describedOf(null, server.description, mirror.description),
    ...tagsOf(null, server.tags, mirror.tags),
  ];
  for (const version of server.versions) {
    const old = here.get(version.version);
    // What a new version comes with is written with it; but not its stage, which has a history.
    if (!old) continue;
    differences.push(
      ...describedOf(version.version, version.description, old.description),
      ...tagsOf(version.version, version.tags, old.tags),
    );
  }
  differences.push(...stagesOf(server, [...here.values()], fresh));
  for (const [alias, version] of aliases) {
    if (mirror.aliases.get(alias) !== version) differences.push({ kind: "ALIAS", alias, version });
  }
  for (const alias of mirror.aliases.keys()) {
    if (!server.aliases.has(alias)) differences.push({ kind: "ALIAS", alias, version: null });
  }
  differences.push(...gone.map(({ version }) => ({ kind: "GONE", version }) as const));
  return differences;
}

/** Those that leave production first. */
function stagesOf(
  server: ServerModel,
  here: readonly MirroredVersion[],
  fresh: readonly ServerVersion[],
): Extract<Difference, { kind: "STAGE" }>[] {
  const there = new Map(server.versions.map((version) => [version.version, version]));
  const versions = [
    ...here.map(({ version, stage }) => ({ version, stage })),
    ...fresh.map(({ version }) => ({ version, stage: "CANDIDATE" as Stage })),
  ];
  // Of a version that is not here yet, because a training will register it, nothing is in production until it is.
  const production = versions.some(({ version }) => version === server.production) ? server.production : null;
  const moves = versions.flatMap(({ version, stage: from }) => {
    const to = stageOf(there.get(version), from, version === production);
    return to === from ? [] : [{ kind: "STAGE", version, from, to, reason: reasonOf(from, to, production) } as const];
  });
  return moves.sort((a, b) => Number(a.to === "PRODUCTION") - Number(b.to === "PRODUCTION"));
}

/**
 * The alias decides what is in production; of the others a tag may say it. What neither says stays, and what was in production and is no
 * more is archived, as it is here.
 */
function stageOf(version: ServerVersion | undefined, now: Stage, isProduction: boolean): Stage {
  if (isProduction) return "PRODUCTION";
  if (!version) return "ARCHIVED";
  // Who moves the alias by hand says nothing of the version that it leaves: a tag from before is not about now.
  if (now === "PRODUCTION") return "ARCHIVED";
  return version.stage ?? now;
}

function reasonOf(from: Stage, to: Stage, production: number | null): StageChangeReason {
  if (to === "PRODUCTION") return "PROMOTED";
  if (to === "CANDIDATE") return "RESTORED";
  return from === "PRODUCTION" && production !== null ? "SUPERSEDED" : "ARCHIVED";
}

function describedOf(version: number | null, there: string, here: string): Difference[] {
  return there === here ? [] : [{ kind: "DESCRIBED", version, description: there }];
}

function tagsOf(
  version: number | null,
  there: ReadonlyMap<string, string>,
  here: ReadonlyMap<string, string>,
): Difference[] {
  return [
    ...[...there].flatMap(([key, value]) =>
      here.get(key) === value ? [] : [{ kind: "TAG", version, key, value } as const],
    ),
    ...[...here.keys()].flatMap((key) => (there.has(key) ? [] : [{ kind: "TAG", version, key, value: null } as const])),
  ];
}
