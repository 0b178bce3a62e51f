/** The provider answered, but not with what was asked for. */
export class BadOutputError extends Error {
  override readonly name = "BadOutputError";
  readonly kind: "NOT_JSON" | "BAD_OUTPUT";
  constructor(kind: "NOT_JSON" | "BAD_OUTPUT", message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Why a language model gave nothing that can be used. */
export type FailureKind =
  | "TIMED_OUT"
  | "RATE_LIMITED"
  | "SERVER_ERROR"
  | "UNREACHABLE"
  | "NOT_ALLOWED"
  | "REJECTED"
  | "NOT_JSON"
  | "BAD_OUTPUT"
  | "FAULT";

export interface Failure {
  kind: FailureKind;
  status?: number;
  /** What the provider asked to wait. */
  retryAfterMs?: number;
  /** Whether the same request may work a moment later. */
  transient: boolean;
}

const because: Record<FailureKind, string> = {
  TIMED_OUT: "did not answer in time",
  RATE_LIMITED: "takes no more requests right now",
  SERVER_ERROR: "failed",
  UNREACHABLE: "could not be reached",
  NOT_ALLOWED: "refused the credentials",
  REJECTED: "rejected the request",
  NOT_JSON: "did not answer in the form that was asked for",
  BAD_OUTPUT: "did not answer in the form that was asked for",
  FAULT: "could not be used",
};

/** A sentence for a person. Says nothing of keys, hosts or the provider's own words. */
export function fallbackSentence(kind: FailureKind): string {
  return `The language model ${because[kind]}, so the built-in interpreter answered.`;
}

/** What an error of any of the clients means. Only statuses and codes are read: messages may hold parts of a key. */
export function describeFailure(error: unknown): Failure {
  const badOutput = chain(error)
    .map(badOutputKind)
    .find((kind) => kind !== undefined);
  if (badOutput) return { kind: badOutput, transient: false };
  const names = chain(error).map((item) => text(item, "name"));
  if (names.some((name) => /^(AbortError|TimeoutError|APIConnectionTimeoutError|APIUserAbortError)$/.test(name))) {
    return { kind: "TIMED_OUT", transient: false };
  }
  const status = statusOf(error);
  if (status !== undefined) return { status, ...ofStatus(status), ...retryAfter(error) };
  const unreachable = chain(error).some(
    (item) => /^(E[A-Z]+|UND_ERR_\w+)$/.test(text(item, "code")) || constructorName(item) === "APIConnectionError",
  );
  return unreachable ? { kind: "UNREACHABLE", transient: true } : { kind: "FAULT", transient: false };
}

/** Ours, or what OpenAI's client throws when it reads structured output. */
function badOutputKind(error: unknown): "NOT_JSON" | "BAD_OUTPUT" | undefined {
  if (error instanceof BadOutputError) return error.kind;
  if (error instanceof SyntaxError) return "NOT_JSON";
  return /^(Length|ContentFilter)FinishReasonError$/.test(constructorName(error)) ? "BAD_OUTPUT" : undefined;
}

function ofStatus(status: number): Pick<Failure, "kind" | "transient"> {
  if (status === 429) return { kind: "RATE_LIMITED", transient: true };
  if (status === 501) return { kind: "REJECTED", transient: false };
  if (status >= 500) return { kind: "SERVER_ERROR", transient: true };
  if (status === 401 || status === 403) return { kind: "NOT_ALLOWED", transient: false };
  return { kind: "REJECTED", transient: false };
}

/** OpenAI and Anthropic say `status`, Ollama `status_code`, AWS `$metadata.httpStatusCode`. */
function statusOf(error: unknown): number | undefined {
  for (const item of chain(error)) {
    const candidates = [
      field(item, "status"),
      field(item, "status_code"),
      field(field(item, "$metadata"), "httpStatusCode"),
    ];
    const status = candidates.find((candidate) => typeof candidate === "number" && candidate >= 400);
    if (typeof status === "number") return status;
  }
  return undefined;
}

/** Seconds or a date, as RFC 9110 has it (section 10.2.3); milliseconds in OpenAI's own header, which is the more exact. */
function retryAfter(error: unknown): { retryAfterMs?: number } {
  const headers = field(error, "headers") ?? field(field(error, "$response"), "headers");
  const header = (name: string) => {
    const said = headers instanceof Headers ? headers.get(name) : field(headers, name);
    return typeof said === "string" && said.trim() !== "" ? said : undefined;
  };
  const said = header("retry-after") ?? "";
  const seconds = said === "" ? Number.NaN : Number(said);
  const waitMs = [
    Number(header("retry-after-ms") ?? Number.NaN),
    Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - Date.now(),
  ].find(Number.isFinite);
  return waitMs === undefined ? {} : { retryAfterMs: Math.max(0, waitMs) };
}

/** The error and its causes, at most five. */
function chain(error: unknown): unknown[] {
  const items: unknown[] = [];
  for (let item = error; item !== undefined && item !== null && items.length < 5; item = field(item, "cause"))
    items.push(item);
  return items;
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && name in of ? Reflect.get(of, name) : undefined;
}

function text(of: unknown, name: string): string {
  const value = field(of, name);
  return typeof value === "string" ? value : "";
}

function constructorName(of: unknown): string {
  return typeof of === "object" && of !== null ? of.constructor.name : "";
}
