import { setImmediate } from "node:timers/promises";
import type { Scope } from "../actions/define-action.ts";
import { runRead } from "../actions/run-action.ts";
import type { Pending } from "../chat/pending.ts";
import type { Focus } from "../chat/reply.ts";
import { KnownNames } from "../language/built-in/index.ts";
import { knownModels } from "../models/known-models.ts";
import { newNames } from "../models/new-names.ts";
import { findRun } from "../training/describe-run.ts";
import type { World } from "./agent-context.ts";

/** What a message is read beside: all of it may name models. */
export interface About {
  /** It, and what it answers to. */
  messages: readonly (string | undefined)[];
  focus: Focus;
  pending: Pending | undefined;
}

/** What the interpreter may know: names, versions, stages and definitions of the models that a message may be about. */
export async function readWorld(scope: Scope, { messages, focus, pending }: About = nothing): Promise<World> {
  const names = await knownNames(scope);
  const said = messages.flatMap((message) => (message === undefined ? [] : names.namedIn(message)));
  const named = new Set([...spokenOf(focus), ...askedAbout(pending), ...said]);
  const { models, trainable, active } = await runRead(knownModels, { named: [...named].slice(0, mostNamed) }, scope);
  return {
    models: [
      ...models.map((model) => ({ ...model, registered: true })),
      ...trainable.map((definition) => ({ definition, registered: false, versions: [] })),
    ],
    ...(active === null ? {} : { activeModel: active }),
  };
}

const nothing: About = { messages: [], focus: {}, pending: undefined };
const mostNamed = 100;

/** The names that this process has read so far, and the reading that goes on. */
interface ReadNames {
  names: KnownNames;
  upTo: string | null;
  reading: Promise<void>;
}
const readNames = new WeakMap<object, ReadNames>();
/** Names learnt at once: of a large registry others are served in between. */
const learntAtOnce = 500;

/** Learns what models are called before the first message has to wait for that. Ends early once the signal is aborted: then that message learns it. */
export async function learnNames(scope: Scope, signal: AbortSignal): Promise<void> {
  await knownNames(scope, signal);
}

/** What models are called, as of now: what was registered since the last message is read to it, by one message after the other. */
async function knownNames(scope: Scope, signal?: AbortSignal): Promise<KnownNames> {
  const { services } = scope;
  const known = readNames.get(services) ?? { names: new KnownNames(), upTo: null, reading: Promise.resolve() };
  readNames.set(services, known);
  const before = known.reading;
  known.reading = before.catch(() => {}).then(() => learn(known, scope, signal));
  await known.reading;
  return known.names;
}

async function learn(known: ReadNames, scope: Scope, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  const { models, upTo } = await runRead(newNames, { behind: known.upTo }, scope);
  for (const [index, { name, aliases }] of models.entries()) {
    known.names.add(name, aliases);
    if (index % learntAtOnce !== learntAtOnce - 1) continue;
    await setImmediate();
    if (signal?.aborted) return;
  }
  known.upTo = upTo;
}

function spokenOf({ model, featuresOf, earlier = [], compared }: Focus): string[] {
  return [model, featuresOf, compared?.model, ...earlier.map((one) => one.model)].filter((name) => name !== undefined);
}

function askedAbout(pending: Pending | undefined): string[] {
  switch (pending?.kind) {
    case undefined:
      return [];
    case "FEATURES":
      return [pending.model];
    case "CHOICE":
      return pending.options.map(({ value }) => value);
    case "CONFIRMATION":
      return [...(pending.about ? [pending.about.model] : []), ...(pending.chosenOf?.models ?? [])];
  }
}

/** The focus as it is now: a training that was spoken of may have made its version meanwhile; a model may be gone. */
export async function refreshFocus(before: Focus, world: World, scope: Scope): Promise<Focus> {
  const known = world.models.find((model) => model.definition.name === before.model);
  // A question about all models has no model: what was asked is kept.
  if (!known) return { intent: before.intent };
  const focus = isComparable(before, world) ? before : { ...before, compared: undefined };
  if (focus.runId && focus.version === undefined) {
    const run = await runRead(findRun, { runId: focus.runId }, scope);
    if (run?.version) return { ...focus, version: run.version.version };
  }
  const exists = known.versions.some((version) => version.version === focus.version);
  return exists ? focus : { ...focus, version: undefined };
}

/** Whether the versions that were compared last are still there. */
function isComparable({ compared }: Focus, { models }: World): boolean {
  const versions = models.find(({ definition }) => definition.name === compared?.model)?.versions ?? [];
  return compared?.versions.every((number) => versions.some(({ version }) => version === number)) ?? true;
}
