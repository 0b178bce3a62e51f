import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { readEnvironment } from "../environment.ts";
import { openLog } from "../platform/log.ts";
import { startApi } from "../roles/api.ts";
import { startWorker } from "../roles/worker.ts";

export interface GraphQLAnswer<T = Record<string, any>> {
  status: number;
  data: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Who speaks GraphQL to a server. */
export interface Client {
  url: string;
  graphql(query: string, variables?: object): Promise<GraphQLAnswer>;
  /** Events of a subscription over SSE, until `until` holds for one; the stream is closed then. */
  subscribe(query: string, variables: object, until: (event: any) => boolean): Promise<any[]>;
}

export interface Product extends Client {
  /** The same product, spoken with by who those headers say. */
  as(who: Record<string, string>): Client;
  databaseUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * @param origin of the server, whoever started it
 * @param who headers that say who asks
 */
export function clientOf(origin: string, who: Record<string, string> = {}): Client {
  const url = `${origin}/graphql`;
  return {
    url,
    async graphql(query, variables) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", ...who },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...(await response.json()) };
    },
    subscribe: (query, variables, until) => subscribe(url, who, { query, variables }, until),
  };
}

/** The product as tests use it: a database of its own, the API over HTTP, and the worker, in this process. */
export async function startProduct(
  options: { worker?: boolean; variables?: Record<string, string>; databaseUrl?: string } = {},
): Promise<Product> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase()).url;
  const own = await mkdtemp(join(tmpdir(), "modelwright-test-"));
  const dataDir = options.variables?.MODELWRIGHT_DATA_DIR ?? own;
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl,
    PORT: "0",
    WEB: "false",
    MODELWRIGHT_DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    ...options.variables,
  });
  const log = openLog(environment.logLevel, "test");
  const api = await startApi(environment, log);
  const worker = options.worker === false ? undefined : await startWorker(environment, log);
  const origin = `http://127.0.0.1:${api.ready.port}`;
  return {
    ...clientOf(origin),
    as: (who) => clientOf(origin, who),
    databaseUrl,
    dataDir,
    async stop() {
      await worker?.stop();
      await api.stop();
      await rm(own, { recursive: true, force: true });
    },
  };
}

async function subscribe(
  url: string,
  who: Record<string, string>,
  operation: { query: string; variables: object },
  until: (event: any) => boolean,
): Promise<any[]> {
  const abort = new AbortController();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...who },
    body: JSON.stringify(operation),
    signal: abort.signal,
  });
  const seen: any[] = [];
  let text = "";
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return seen;
    text += Buffer.from(value).toString("utf8");
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) break;
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (!data) continue;
      const message = JSON.parse(data);
      const event = message.data ? Object.values(message.data)[0] : message;
      seen.push(event);
      if (until(event) || message.errors) {
        void reader.cancel();
        abort.abort();
        return seen;
      }
    }
  }
}

export const turnFields = `
  __typename
  ... on Error { code message }
  ... on ChatTurn {
    id threadId kind content suggestions
    pending { id kind status schema missing expiresAt }
    interpretation { source intents { intent slots missing evidence { slot value text start end weak } } }
    cards {
      __typename
      ... on TrainingCard { runId run { status version { version } } }
      ... on ConfirmationCard { requestId effects status digest }
      ... on FeatureForm { requestId missing values status weak { slot text } }
      ... on PredictionCard { version label probabilities features inputs { name label evidence weak } }
      ... on AuditTable { events { action outcome summary } }
      ... on ModelTable { rows { name production } trainable { name command } }
    }
  }`;

export const chatMutation = `mutation Chat($input: ChatInput!) { chat(input: $input) { ${turnFields} } }`;
export const answerMutation = `mutation Answer($requestId: ID!, $values: JSON!) { answer(requestId: $requestId, values: $values) { ${turnFields} } }`;

/** Speaks in one thread. */
export function conversationOf(product: Client, threadId = crypto.randomUUID() as string) {
  return {
    threadId,
    async say(message: string, turnId?: string) {
      const answer = await product.graphql(chatMutation, { input: { threadId, message, turnId } });
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data.chat;
    },
    async answer(requestId: string, values: object) {
      const answer = await product.graphql(answerMutation, { requestId, values });
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data.answer;
    },
  };
}

const progress =
  "subscription P($runId: ID!) { trainingProgress(runId: $runId) { seq type progress message metrics { name value split } } }";

/** Waits for the end of a run; returns its events. */
export function runEvents(product: Client, runId: string): Promise<any[]> {
  return product.subscribe(progress, { runId }, (event) => ["SUCCEEDED", "FAILED", "CANCELLED"].includes(event.type));
}

/** Trains titanic by GraphQL and waits; returns the version. */
export async function trainTitanic(product: Client, input: object = {}): Promise<number> {
  const { data } = await product.graphql(
    "mutation T($input: TrainModelInput!) { trainModel(input: $input) { ... on TrainingRun { id } ... on Error { code message } } }",
    { input: { model: "titanic", testSize: 0.3, ...input } },
  );
  const runId = data?.trainModel.id;
  if (!runId) throw new Error(JSON.stringify(data));
  await runEvents(product, runId);
  const run = await product.graphql("query R($id: ID!) { trainingRun(id: $id) { status error version { version } } }", {
    id: runId,
  });
  const { version, status, error } = run.data?.trainingRun ?? {};
  if (!version) throw new Error(`the training ended ${status}: ${error}`);
  return version.version;
}
