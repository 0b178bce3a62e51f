import type { Scorer } from "./scorer.ts";

interface Entry {
  scorer: Promise<Scorer>;
  /** Rows that are being scored right now: a scorer is closed when it has left the cache and none is left. */
  inUse: number;
  evicted: boolean;
}

export interface ScorerCache {
  /** Runs `use` with the scorer of that key, loading it first when it is not there; concurrent loads are one. */
  with<T>(key: string, load: () => Promise<Scorer>, use: (scorer: Scorer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Keeps the scorers used last, at most `capacity`. A load that failed is not kept. */
export function openScorerCache(capacity: number): ScorerCache {
  /** In the order of use, the latest last. */
  const entries = new Map<string, Entry>();

  async function closeIfIdle(entry: Entry): Promise<void> {
    if (!entry.evicted || entry.inUse > 0) return;
    const scorer = await entry.scorer.catch(() => undefined);
    await scorer?.close();
  }

  function evict(key: string, entry: Entry): Promise<void> {
    if (entries.get(key) === entry) entries.delete(key);
    entry.evicted = true;
    return closeIfIdle(entry);
  }

  function entryOf(key: string, load: () => Promise<Scorer>): Entry {
    const known = entries.get(key);
    if (known) {
      if (entries.size > 1) {
        entries.delete(key);
        entries.set(key, known);
      }
      return known;
    }
    const entry: Entry = { scorer: load(), inUse: 0, evicted: false };
    entries.set(key, entry);
    entry.scorer.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    if (entries.size > capacity) {
      const [oldest] = entries;
      if (oldest) void evict(...oldest);
    }
    return entry;
  }

  return {
    async with(key, load, use) {
      const entry = entryOf(key, load);
      entry.inUse += 1;
      try {
        return await use(await entry.scorer);
      } finally {
        entry.inUse -= 1;
        if (entry.evicted) await closeIfIdle(entry);
      }
    },
    async close() {
      await Promise.all([...entries].map(([key, entry]) => evict(key, entry)));
    },
  };
}
