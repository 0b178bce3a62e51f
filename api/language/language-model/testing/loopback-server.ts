import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a chat-completions server got it. */
export interface ReceivedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** The texts of the system's and the user's messages. */
  system: string;
  message: string;
  method: "jsonSchema" | "functionCalling" | "none";
  schema: unknown;
  /** Names of the functions that the client offers. */
  tools: string[];
}

/** What the server does with a request. */
export type Behaviour =
  | { kind: "ANSWER"; proposal: unknown; usage?: CountedTokens | null }
  /** This text in place of JSON. */
  | { kind: "TEXT"; text: string }
  | { kind: "STATUS"; status: number; retryAfter?: string; body?: unknown }
  | { kind: "RESET" }
  /** Headers and half of a body, then the connection breaks. */
  | { kind: "CUT_OFF" }
  /** Takes the request and never answers. */
  | { kind: "SILENCE" }
  /** An endless body. */
  | { kind: "FLOOD" };

/** Tokens as the server says that it counted them; null: it says nothing of them. */
export interface CountedTokens {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
}

export interface LoopbackServer extends AsyncDisposable {
  url: string;
  /** Every request, in order. */
  received: ReceivedRequest[];
  /** Requests whose connection the client ended before an answer. */
  readonly abandoned: number;
}

interface ChatCompletionsBody {
  messages: { role: string; content: string | { text?: string }[] }[];
  response_format?: { type: string; json_schema?: { schema: unknown } };
  tools?: { function: { name: string; parameters: unknown } }[];
}

/** An OpenAI-compatible server on loopback, which behaves as told, request by request. */
export async function startLoopbackServer(
  behave: (request: ReceivedRequest, index: number) => Behaviour | Promise<Behaviour>,
): Promise<LoopbackServer> {
  const received: ReceivedRequest[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body: ChatCompletionsBody = JSON.parse(Buffer.concat(chunks).toString());
    const textOf = (role: string) =>
      body.messages
        .filter((item) => item.role === role)
        .map((item) => contentText(item.content))
        .join("\n");
    const seen: ReceivedRequest = {
      path: request.url ?? "",
      headers: request.headers,
      system: textOf("system"),
      message: textOf("user"),
      method: body.response_format?.type === "json_schema" ? "jsonSchema" : body.tools ? "functionCalling" : "none",
      schema: body.response_format?.json_schema?.schema ?? body.tools?.[0]?.function.parameters,
      tools: (body.tools ?? []).map((tool) => tool.function.name),
    };
    response.on("close", () => {
      if (!response.writableEnded) abandoned += 1;
    });
    received.push(seen);
    respond(response, body, await behave(seen, received.length - 1));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    get abandoned() {
      return abandoned;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function contentText(content: string | { text?: string }[]): string {
  return typeof content === "string" ? content : content.map((part) => part.text ?? "").join("");
}

function respond(response: ServerResponse, body: ChatCompletionsBody, behaviour: Behaviour): void {
  switch (behaviour.kind) {
    case "ANSWER":
      sendJson(response, 200, completion(body, JSON.stringify(behaviour.proposal), behaviour.usage));
      return;
    case "TEXT":
      sendJson(response, 200, completion({ messages: [] }, behaviour.text));
      return;
    case "STATUS": {
      if (behaviour.retryAfter !== undefined) response.setHeader("retry-after", behaviour.retryAfter);
      sendJson(response, behaviour.status, behaviour.body ?? { error: { message: "no" } });
      return;
    }
    case "RESET":
      response.socket?.resetAndDestroy();
      return;
    case "CUT_OFF":
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"choices":[', () => response.socket?.destroy());
      return;
    case "SILENCE":
      return;
    case "FLOOD": {
      response.writeHead(200, { "content-type": "application/json" });
      const pour = () => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
      };
      response.on("drain", pour);
      pour();
    }
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

/** A chat completion that holds the text: as content, or as the arguments of the tool that the request names. */
function completion(
  { tools }: ChatCompletionsBody,
  text: string,
  usage: CountedTokens | null = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
): object {
  const [tool] = tools ?? [];
  const message = tool
    ? {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "call_1", type: "function", function: { name: tool.function.name, arguments: text } }],
      }
    : { role: "assistant", content: text };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 0,
    model: "loopback",
    choices: [{ index: 0, finish_reason: tool ? "tool_calls" : "stop", message }],
    ...(usage ? { usage } : {}),
  };
}
