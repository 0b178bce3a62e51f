/** One stretch of load: the same request again and again, each connection sending its next when the last one was answered. */
export interface Load {
  url: string;
  body: string;
  connections: number;
  /** How much: so many seconds, or so many requests. */
  until: { seconds: number } | { requests: number };
  /** Must stand in each answer. */
  answerHolds: string;
}

export interface LoadResult {
  requestsPerSecond: number;
  /** Milliseconds of each answered request. */
  latencies: number[];
}

/** What the generator's process says to whoever started it. */
export type LoadReply = { result: LoadResult } | { failure: string };
