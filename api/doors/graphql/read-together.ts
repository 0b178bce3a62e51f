/** What several resolvers of one request ask for, until it is read. */
interface Batch {
  ids: Set<string>;
  found: Promise<ReadonlyMap<string, unknown>>;
}

const waiting = new WeakMap<object, Map<string, Batch>>();

/**
 * Reads what belongs to each row of a list at once: what is asked for with the same key while a request's resolvers run one after another
 * is one reading. A list of twenty rows would be twenty, each with its way to the database and back.
 * @param request whose resolvers these are: its context
 * @param key tells one thing that is read from another, and with what it is read
 * @param read gives what was found by id; what is not there is undefined
 */
export async function readTogether<Found>(
  request: object,
  { key, id, read }: { key: string; id: string; read(ids: string[]): Promise<ReadonlyMap<string, Found>> },
): Promise<Found | undefined> {
  const batches = waiting.get(request) ?? new Map<string, Batch>();
  waiting.set(request, batches);
  let batch = batches.get(key);
  if (!batch) {
    const ids = new Set<string>();
    // Behind all that resolves without waiting.
    const found = new Promise<void>((resolve) => process.nextTick(resolve)).then(() => {
      batches.delete(key);
      return read([...ids]);
    });
    batch = { ids, found };
    batches.set(key, batch);
  }
  batch.ids.add(id);
  return (await batch.found).get(id) as Found | undefined;
}
