import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What an MLflow server answered that is no success. */
export class MlflowApiError extends Error {
  /** MLflow's own, as RESOURCE_DOES_NOT_EXIST; UNREACHABLE: there was no answer. */
  readonly code: string;
  /** Of the answer; 0 where there was none. */
  readonly status: number;
  constructor(code: string, message: string, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface MeasuredFile {
  sha256: string;
  bytes: number;
}

/** What a request may be told besides. */
export interface RequestLimits {
  /** Ends the request, and what waits for it. */
  signal?: AbortSignal;
}

/** A server that speaks MLflow's REST API. */
export interface MlflowApi {
  /** Without a name and a password. */
  uri: string;
  get<Answer>(
    path: string,
    query?: Record<string, string | number | undefined>,
    limits?: RequestLimits,
  ): Promise<Answer>;
  send<Answer>(
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    body: object,
    limits?: RequestLimits,
  ): Promise<Answer>;
  /** Every file below a folder of the server's files, by its path there. */
  files(folder: string): Promise<{ path: string; bytes: number }[]>;
  /** A file's bytes, as they come. */
  open(path: string): Promise<AsyncIterable<Uint8Array>>;
  /** Gets a file, on the way to `to` or to nowhere. */
  download(path: string, to?: string): Promise<MeasuredFile>;
  upload(path: string, from: string | Uint8Array): Promise<void>;
}

/** The client's own variables: MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and _PASSWORD; of the server that has the files. */
export type Credentials = Partial<
  Record<"MLFLOW_TRACKING_TOKEN" | "MLFLOW_TRACKING_USERNAME" | "MLFLOW_TRACKING_PASSWORD", string | undefined>
>;

export interface MlflowApiOptions {
  /** How long an answer may take that is no file; for ever unless said. */
  answerWithinMs?: number;
  /** How long a file may take; for ever unless said. */
  fileWithinMs?: number;
  /** Whether a change is sent again that the server has no time for. What is only read always is. */
  repeatChanges?: boolean;
}

/** The same request is sent again this often when the server can't answer for the moment. */
const attempts = 4;
const pauseMs = 500;

/** @param trackingUri may hold a name and a password, as MLflow's client takes them */
export function openMlflow(
  trackingUri: string,
  credentials: Credentials = {},
  { answerWithinMs, fileWithinMs, repeatChanges = true }: MlflowApiOptions = {},
): MlflowApi {
  const { uri, authorization } = addressOf(trackingUri, credentials);
  const api = `${uri}/api/2.0`;
  const headers: Record<string, string> = authorization ? { authorization } : {};

  async function ask(
    url: string,
    options: RequestInit & { duplex?: "half" },
    { withinMs, signal }: RequestLimits & { withinMs: number | undefined },
    again = attempts,
  ): Promise<Response> {
    const limits = [...(signal ? [signal] : []), ...(withinMs ? [AbortSignal.timeout(withinMs)] : [])];
    const answer = await fetch(url, {
      ...options,
      headers: { ...headers, ...options.headers },
      ...(limits.length > 0 ? { signal: AbortSignal.any(limits) } : {}),
    }).catch((error: unknown) => {
      throw new MlflowApiError("UNREACHABLE", `${uri} does not answer (${reasonOf(error)}).`);
    });
    if (answer.ok) return answer;
    const text = await answer.text();
    // A body that was read can't be sent again.
    const repeats = options.duplex === undefined && (repeatChanges || (options.method ?? "GET") === "GET");
    if ((answer.status === 503 || answer.status === 429) && again > 1 && repeats) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (attempts - again + 1)));
      return ask(url, options, { withinMs, ...(signal ? { signal } : {}) }, again - 1);
    }
    const told = parsed(text) as { error_code?: string; message?: string } | null;
    throw new MlflowApiError(
      told?.error_code ?? String(answer.status),
      told?.message ?? `${answer.status} ${text.slice(0, 200)}`,
      answer.status,
    );
  }

  /** What the server says, read whole. @throws {MlflowApiError} when it breaks off, or is no JSON */
  async function told<Answer>(url: string, options: RequestInit, limits: RequestLimits): Promise<Answer> {
    const answer = await ask(url, options, { ...limits, withinMs: answerWithinMs });
    try {
      return (await answer.json()) as Answer;
    } catch (error) {
      throw new MlflowApiError("UNREACHABLE", `${uri} does not answer as an MLflow server does (${reasonOf(error)}).`);
    }
  }

  const fileUrl = (path: string) =>
    `${api}/mlflow-artifacts/artifacts/${path.split("/").map(encodeURIComponent).join("/")}`;

  async function listed(folder: string): Promise<{ path: string; bytes: number }[]> {
    const { files = [] } = await told<{
      files?: { path: string; is_dir: boolean; file_size?: number | string }[];
    }>(`${api}/mlflow-artifacts/artifacts?path=${encodeURIComponent(folder)}`, {}, {});
    const found: { path: string; bytes: number }[] = [];
    for (const file of files) {
      const path = `${folder}/${file.path}`;
      if (file.is_dir) found.push(...(await listed(path)));
      else found.push({ path, bytes: Number(file.file_size ?? 0) });
    }
    return found;
  }

  async function open(path: string): Promise<AsyncIterable<Uint8Array>> {
    const answer = await ask(fileUrl(path), {}, { withinMs: fileWithinMs });
    return answer.body
      ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
      : Readable.from([] as Uint8Array[]);
  }

  return {
    uri,
    async get(path, query = {}, limits = {}) {
      const given = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) if (value !== undefined) given.append(name, String(value));
      return told(`${api}${path}?${given}`, {}, limits);
    },
    async send(method, path, body, limits = {}) {
      const headers = { "content-type": "application/json" };
      return told(`${api}${path}`, { method, headers, body: JSON.stringify(body) }, limits);
    },
    files: listed,
    open,
    async download(path, to) {
      const body = await open(path);
      const hash = createHash("sha256");
      let bytes = 0;
      const measured = async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      if (to) await pipeline(body, measured, createWriteStream(to));
      else for await (const _chunk of measured(body));
      return { sha256: hash.digest("hex"), bytes };
    },
    async upload(path, from) {
      const size = typeof from === "string" ? (await stat(from)).size : from.length;
      const file = () =>
        typeof from === "string"
          ? { body: Readable.toWeb(createReadStream(from)) as ReadableStream, duplex: "half" as const }
          : { body: from as Uint8Array<ArrayBuffer> };
      const sized = { "content-length": String(size), "content-type": "application/octet-stream" };
      const options = { method: "PUT", headers: sized, ...(size === 0 ? { body: null } : file()) };
      await ask(fileUrl(path), options, { withinMs: fileWithinMs });
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** fetch takes no name and password in an address; and what is told to people should not hold them. */
function addressOf(trackingUri: string, credentials: Credentials): { uri: string; authorization: string | undefined } {
  const url = new URL(trackingUri);
  const [user, password] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  url.username = "";
  url.password = "";
  const inAddress = user ? { MLFLOW_TRACKING_USERNAME: user, MLFLOW_TRACKING_PASSWORD: password } : {};
  return {
    uri: url.href.replace(/\/+$/, ""),
    authorization: authorizationOf({ ...credentials, ...inAddress }),
  };
}

function authorizationOf(credentials: Credentials): string | undefined {
  const {
    MLFLOW_TRACKING_TOKEN: token,
    MLFLOW_TRACKING_USERNAME: user,
    MLFLOW_TRACKING_PASSWORD: password,
  } = credentials;
  if (token) return `Bearer ${token}`;
  return user ? `Basic ${Buffer.from(`${user}:${password ?? ""}`).toString("base64")}` : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
