import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createHttp2Server, type Http2ServerRequest } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openLog } from "../../platform/log.ts";
import { createBuiltInInterpreter } from "../built-in/index.ts";
import { createLanguageModelInterpreter } from "./create-language-model-interpreter.ts";
import { type LanguageModelSettings, type Provider, providers } from "./providers.ts";
import { trained } from "./testing/contexts.ts";
import { requestOf } from "./testing/proposals.ts";

const message = "which models are there?";
const proposal = requestOf("LIST_MODELS", message);
const log = openLog("silent", "test");

/** An answer in each provider's own form. */
const forms: Record<Provider, { path: string; headers: Record<string, unknown>; body: unknown }> = {
  OPENAI: openAi(),
  OPENAI_COMPATIBLE: openAi(),
  ANTHROPIC: {
    path: "/v1/messages",
    headers: { "x-api-key": "key-of-the-test" },
    body: {
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "m",
      content: [{ type: "tool_use", id: "toolu_1", name: "interpretation", input: proposal }],
      stop_reason: "tool_use",
      usage: { input_tokens: 700, output_tokens: 30 },
    },
  },
  BEDROCK: {
    path: "/model/anthropic.claude-test/converse",
    headers: { authorization: expect.stringContaining("AWS4-HMAC-SHA256") },
    body: {
      output: {
        message: {
          role: "assistant",
          content: [{ toolUse: { toolUseId: "t1", name: "interpretation", input: proposal } }],
        },
      },
      stopReason: "tool_use",
      usage: { inputTokens: 700, outputTokens: 30, totalTokens: 730 },
      metrics: { latencyMs: 1 },
    },
  },
  OLLAMA: {
    path: "/api/chat",
    headers: {},
    body: {
      model: "m",
      created_at: "2026-01-01T00:00:00Z",
      message: { role: "assistant", content: JSON.stringify(proposal) },
      done: true,
      done_reason: "stop",
      prompt_eval_count: 700,
      eval_count: 30,
    },
  },
};

function openAi() {
  const choice = { index: 0, finish_reason: "stop", message: { role: "assistant", content: JSON.stringify(proposal) } };
  return {
    path: "/v1/chat/completions",
    headers: { authorization: "Bearer key-of-the-test" },
    body: {
      id: "c",
      object: "chat.completion",
      created: 0,
      model: "m",
      choices: [choice],
      usage: { prompt_tokens: 700, completion_tokens: 30, total_tokens: 730 },
    },
  };
}

/** What responses of both protocols can do. */
interface Responding {
  readonly writableEnded: boolean;
  on(event: "close", listener: () => void): unknown;
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(text: string): unknown;
}

/** AWS's client speaks HTTP/2, the others HTTP/1.1. */
async function startServer(provider: Provider, answer: () => { status: number; body: unknown } | "SILENCE") {
  const requests: { path: string; headers: Record<string, unknown>; text: string }[] = [];
  let abandoned = 0;
  const connections = new Set<{ destroy(): void }>();
  const listener = async (request: IncomingMessage | Http2ServerRequest, response: Responding) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({
      path: decodeURIComponent(request.url ?? ""),
      headers: request.headers,
      text: Buffer.concat(chunks).toString(),
    });
    response.on("close", () => {
      if (!response.writableEnded) abandoned += 1;
    });
    const said = answer();
    if (said === "SILENCE") return;
    response.writeHead(said.status, { "content-type": "application/json" });
    response.end(`${JSON.stringify(said.body)}\n`);
  };
  const server = provider === "BEDROCK" ? createHttp2Server(listener) : createServer(listener);
  server.on("connection", (socket) => connections.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    abandoned: () => abandoned,
    async [Symbol.asyncDispose]() {
      for (const connection of connections) connection.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function settingsOf(provider: Provider, origin: string, timeoutMs = 20_000): LanguageModelSettings {
  const url = provider === "OPENAI" || provider === "OPENAI_COMPATIBLE" ? `${origin}/v1` : origin;
  const model = provider === "BEDROCK" ? "anthropic.claude-test" : "m";
  const address = provider === "BEDROCK" ? {} : { url };
  return { provider, model, ...address, apiKey: "key-of-the-test", timeoutMs, region: "eu-west-1" };
}

const all = Object.keys(providers) as Provider[];
afterEach(() => vi.unstubAllEnvs());

describe.each(all)("%s", (provider) => {
  function open(origin: string, timeoutMs?: number) {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "id-of-the-test");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret-of-the-test");
    vi.stubEnv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", origin);
    return createLanguageModelInterpreter(
      provider,
      settingsOf(provider, origin, timeoutMs),
      createBuiltInInterpreter(),
      log,
    );
  }

  test("is asked in its own way, and its answer read", async () => {
    const { path, headers, body } = forms[provider];
    await using server = await startServer(provider, () => ({ status: 200, body }));
    const interpretation = await open(server.origin).interpret(message, trained);
    expect(interpretation).toMatchObject({
      source: provider,
      intents: [{ intent: "LIST_MODELS" }],
      usage: { inputTokens: 700, outputTokens: 30, estimated: false },
    });
    expect(server.requests).toEqual([
      { path, headers: expect.objectContaining(headers), text: expect.stringContaining(message) },
    ]);
    expect(server.requests[0]?.text).toContain("choiceEvidence");
  });

  test("is asked again when it is overloaded, by us alone", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    await using server = await startServer(provider, () => ({ status: 503, body: { message: "overloaded" } }));
    const interpretation = await open(server.origin).interpret(message, trained);
    expect(interpretation).toMatchObject({ source: "BUILT_IN", fallback: expect.stringContaining("failed") });
    expect(server.requests).toHaveLength(4);
    expect(interpretation).not.toHaveProperty("usage");
  });

  test("has its request ended when it is late", async () => {
    await using server = await startServer(provider, () => "SILENCE");
    const interpreter = open(server.origin, 400);
    await vi.waitUntil(
      async () => {
        const interpretation = await interpreter.interpret(message, trained);
        expect(interpretation).toMatchObject({
          source: "BUILT_IN",
          fallback: expect.stringContaining("not answer in time"),
        });
        return server.requests.length > 0; // The first waits may end while the client is still being loaded.
      },
      { timeout: 25_000 },
    );
    await vi.waitUntil(() => server.abandoned() > 0, { timeout: 25_000 });
  });
});

test.each<[Provider, Partial<LanguageModelSettings>, RegExp]>([
  ["OPENAI", { apiKey: "k" }, /OPENAI needs LANGUAGE_MODEL,/],
  ["OPENAI", { model: "m" }, /OPENAI needs LANGUAGE_MODEL_API_KEY/],
  ["ANTHROPIC", { model: "m" }, /ANTHROPIC needs LANGUAGE_MODEL_API_KEY/],
  ["OPENAI_COMPATIBLE", { model: "m" }, /OPENAI_COMPATIBLE needs LANGUAGE_MODEL_URL/],
])("%s without what it needs does not start: %j", (provider, given, message) => {
  const settings = { provider, timeoutMs: 1_000, ...given };
  expect(() => createLanguageModelInterpreter(provider, settings, createBuiltInInterpreter(), log)).toThrow(message);
});
