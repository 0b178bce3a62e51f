import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What an MLflow server answered that is no success. */
export class MlflowApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface MeasuredFile {
  sha256: string;
  bytes: number;
}

/** A server that speaks MLflow's REST API. */
export interface MlflowApi {
  uri: string;
  get<Answer>(path: string, query?: Record<string, string | number | undefined>): Promise<Answer>;
  send<Answer>(method: "POST" | "PATCH" | "DELETE", path: string, body: object): Promise<Answer>;
  /** Every file below a folder of the server's files, by its path there. */
  files(folder: string): Promise<{ path: string; bytes: number }[]>;
  /** Gets a file, on the way to `to` or to nowhere. */
  download(path: string, to?: string): Promise<MeasuredFile>;
  upload(path: string, from: string): Promise<void>;
}

/** The same request is sent again this often when the server can't answer for the moment. */
const attempts = 4;

/** @param variables the client's own: MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and _PASSWORD; of the server that has the files */
export function openMlflow(trackingUri: string, variables: Record<string, string | undefined> = {}): MlflowApi {
  const uri = trackingUri.replace(/\/+$/, "");
  const api = `${uri}/api/2.0`;
  const authorization = authorizationOf(variables);
  const headers: Record<string, string> = authorization ? { authorization } : {};

  async function ask(
    url: string,
    options: RequestInit & { duplex?: "half" } = {},
    again = attempts,
  ): Promise<Response> {
    const answer = await fetch(url, { ...options, headers: { ...headers, ...options.headers } }).catch(
      (error: unknown) => {
        const why =
          error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
        throw new MlflowApiError("UNREACHABLE", `${uri} does not answer (${why}).`);
      },
    );
    if (answer.ok) return answer;
    const text = await answer.text();
    // A body that was read can't be sent again.
    if ((answer.status === 503 || answer.status === 429) && again > 1 && options.duplex === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 500 * (attempts - again + 1)));
      return ask(url, options, again - 1);
    }
    const told = parsed(text) as { error_code?: string; message?: string } | null;
    throw new MlflowApiError(
      told?.error_code ?? String(answer.status),
      told?.message ?? `${answer.status} ${text.slice(0, 200)}`,
    );
  }

  const fileUrl = (path: string) =>
    `${api}/mlflow-artifacts/artifacts/${path.split("/").map(encodeURIComponent).join("/")}`;

  async function listed(folder: string): Promise<{ path: string; bytes: number }[]> {
    const answer = await ask(`${api}/mlflow-artifacts/artifacts?path=${encodeURIComponent(folder)}`);
    const { files = [] } = (await answer.json()) as {
      files?: { path: string; is_dir: boolean; file_size?: number | string }[];
    };
    const found: { path: string; bytes: number }[] = [];
    for (const file of files) {
      const path = `${folder}/${file.path}`;
      if (file.is_dir) found.push(...(await listed(path)));
      else found.push({ path, bytes: Number(file.file_size ?? 0) });
    }
    return found;
  }

  return {
    uri,
    async get(path, query = {}) {
      const given = Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      return (await ask(`${api}${path}?${new URLSearchParams(given)}`)).json();
    },
    async send(method, path, body) {
      const headers = { "content-type": "application/json" };
      return (await ask(`${api}${path}`, { method, headers, body: JSON.stringify(body) })).json();
    },
    files: listed,
    async download(path, to) {
      const answer = await ask(fileUrl(path));
      const hash = createHash("sha256");
      let bytes = 0;
      const measured = async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      const body = answer.body
        ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
        : Readable.from([]);
      if (to) await pipeline(body, measured, createWriteStream(to));
      else for await (const _chunk of measured(body));
      return { sha256: hash.digest("hex"), bytes };
    },
    async upload(path, from) {
      const { size } = await stat(from);
      const body = size === 0 ? null : (Readable.toWeb(createReadStream(from)) as ReadableStream);
      const sized = { "content-length": String(size), "content-type": "application/octet-stream" };
      await ask(fileUrl(path), { method: "PUT", body, headers: sized, ...(body ? { duplex: "half" as const } : {}) });
    },
  };
}

function authorizationOf(variables: Record<string, string | undefined>): string | undefined {
  const {
    MLFLOW_TRACKING_TOKEN: token,
    MLFLOW_TRACKING_USERNAME: user,
    MLFLOW_TRACKING_PASSWORD: password,
  } = variables;
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
