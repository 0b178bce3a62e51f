import { type BaseCheckpointSaver, Command, INTERRUPT, isInterrupted, MemorySaver } from "@langchain/langgraph";
import { type Pending, type PendingAnswer, pendingSchema } from "../chat/pending.ts";
import type { AgentContext } from "./agent-context.ts";
import { buildGraph } from "./graph.ts";
import type { AgentStateValue } from "./state.ts";

/** How far a run has come. */
export interface RunState {
  values: AgentStateValue;
  /** What it waits for; undefined when it has ended. */
  waitsFor: Pending | undefined;
}

/**
 * The agent's runs. A run is in memory while a turn serves it, and is written down only when it waits for an answer: one that ends
 * within its turn needs no checkpoint, since a turn whose process died is served again from its start, and its acts happen once.
 */
export class Runs {
  readonly #store: BaseCheckpointSaver;
  /** Of the runs that are being served; each is dropped by the turn that serves it. */
  readonly #memory = new MemorySaver();
  readonly #graph = buildGraph(this.#memory);

  constructor(store: BaseCheckpointSaver) {
    this.#store = store;
  }

  /** Runs from the start until it waits or ends. */
  async begin(id: string, values: AgentStateValue, context: AgentContext): Promise<RunState> {
    return stateOf(await this.#graph.invoke(values, { ...configOf(id), context }));
  }

  /**
   * Takes up a run that waits.
   * @returns how far it has come; null when it is not kept: it has ended
   */
  async load(id: string): Promise<RunState | null> {
    const kept = await this.#store.getTuple(configOf(id));
    if (!kept) return null;
    await copyRun(kept, this.#memory);
    const { values, next, tasks } = await this.#graph.getState(configOf(id));
    if (next.length === 0) return null;
    const interrupts = tasks.flatMap((task) => task.interrupts);
    return stateOf({ ...values, [INTERRUPT]: interrupts });
  }

  /** Goes on with a run that was loaded, until it waits again or ends. */
  async resume(id: string, answer: PendingAnswer, turnId: string, context: AgentContext): Promise<RunState> {
    return stateOf(
      await this.#graph.invoke(new Command({ resume: answer, update: { turnId, outcomes: [] } }), {
        ...configOf(id),
        context,
      }),
    );
  }

  /** Writes a run that waits down, so that any process can resume it, after any time. */
  async keep(id: string): Promise<void> {
    const run = await this.#memory.getTuple(configOf(id));
    if (!run) throw new Error("this run is not being served");
    await copyRun(run, this.#store);
  }

  /** Frees the memory of a run that is not being served any more. */
  drop(id: string): Promise<void> {
    return this.#memory.deleteThread(id);
  }

  /** Deletes what was written down of a run that is over. */
  forget(id: string): Promise<void> {
    return this.#store.deleteThread(id);
  }
}

type Tuple = NonNullable<Awaited<ReturnType<BaseCheckpointSaver["getTuple"]>>>;

/** "exit": one checkpoint, where the run waits or ends, and none for the steps between. */
function configOf(id: string) {
  return { configurable: { thread_id: id, checkpoint_ns: "" }, durability: "exit" as const };
}

function stateOf(values: AgentStateValue): RunState {
  const waitsFor = isInterrupted<Pending>(values) ? values[INTERRUPT][0]?.value : undefined;
  return { values, waitsFor: waitsFor && pendingSchema.parse(waitsFor) };
}

/** Puts a run's last checkpoint, and what was written since, into another store. */
async function copyRun({ config, checkpoint, metadata, pendingWrites = [] }: Tuple, to: BaseCheckpointSaver) {
  const { thread_id, checkpoint_ns } = config.configurable ?? {};
  const place = { configurable: { thread_id, checkpoint_ns } };
  // Channels that hold nothing, as those that lead from node to node, need no row.
  const written = Object.entries(checkpoint.channel_versions).filter(
    ([channel]) => channel in checkpoint.channel_values,
  );
  const about = metadata ?? { source: "loop", step: 0, parents: {} };
  const put = await to.put(place, checkpoint, about, Object.fromEntries(written));
  for (const [taskId, writes] of Map.groupBy(pendingWrites, ([taskId]) => taskId)) {
    await to.putWrites(
      put,
      writes.map(([, channel, value]) => [channel, value]),
      taskId,
    );
  }
}
