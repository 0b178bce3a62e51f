import { Command, INTERRUPT, isInterrupted, MemorySaver } from "@langchain/langgraph";
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
 * The agent's runs. A run is in memory while a turn serves it. One that waits for an answer is kept with the request that it waits for, in
 * the transaction that opens this; one that ends needs no checkpoint, since a turn whose process died is served again from its start, and
 * its acts happen once.
 */
export class Runs {
  /** Of the runs that are being served; each is dropped by the turn that serves it. */
  readonly #memory = new MemorySaver();
  readonly #graph = buildGraph(this.#memory);

  /** Runs from the start until it waits or ends. */
  async begin(id: string, values: AgentStateValue, context: AgentContext): Promise<RunState> {
    return stateOf(await this.#graph.invoke(values, { ...configOf(id), context }));
  }

  /** Goes on with a run that waits, as it was kept, until it waits again or ends. */
  async resume(
    id: string,
    kept: Uint8Array,
    { answer, turnId }: { answer: PendingAnswer; turnId: string },
    context: AgentContext,
  ): Promise<RunState> {
    await this.#restore(id, kept);
    return stateOf(
      await this.#graph.invoke(new Command({ resume: answer, update: { turnId, outcomes: [], later: [] } }), {
        ...configOf(id),
        context,
      }),
    );
  }

  /** A run that waits, to be kept, so that any process can resume it, after any time. */
  async keep(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const run = await this.#memory.getTuple(configOf(id));
    if (!run) throw new Error("this run is not being served");
    const [, bytes] = await this.#memory.serde.dumpsTyped(run);
    return new Uint8Array(bytes);
  }

  /** Frees the memory of a run that is not being served any more. */
  drop(id: string): Promise<void> {
    return this.#memory.deleteThread(id);
  }

  async #restore(id: string, kept: Uint8Array): Promise<void> {
    const run: Checkpoint = await this.#memory.serde.loadsTyped("json", kept);
    await this.#memory.deleteThread(id);
    const metadata = run.metadata ?? { source: "loop", step: 0, parents: {} };
    const place = await this.#memory.put(configOf(id), run.checkpoint, metadata);
    for (const [taskId, writes] of Map.groupBy(run.pendingWrites ?? [], ([taskId]) => taskId)) {
      const said = writes.map(([, channel, value]): [string, unknown] => [channel, value]);
      await this.#memory.putWrites(place, said, taskId);
    }
  }
}

type Checkpoint = NonNullable<Awaited<ReturnType<MemorySaver["getTuple"]>>>;

/** "exit": one checkpoint, where the run waits or ends, and none for the steps between. */
function configOf(id: string) {
  return { configurable: { thread_id: id, checkpoint_ns: "" }, durability: "exit" as const };
}

function stateOf(values: AgentStateValue): RunState {
  const waitsFor = isInterrupted<Pending>(values) ? values[INTERRUPT][0]?.value : undefined;
  return { values, waitsFor: waitsFor && pendingSchema.parse(waitsFor) };
}
