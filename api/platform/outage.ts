/** Prisma's own codes: not reachable, timed out, closed, no connection free in time, transaction lost, write conflict. */
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"]);
/** PostgreSQL's: connection exceptions, shutting down, too many connections, disk full, serialisation failure, deadlock. */
const sqlState = /^(?:08...|57P0[123]|53300|53100|40001|40P01)$/;
const diskFull = "53100";
const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TransactionWriteConflict"]);
/** What pg says without a code of a connection that is gone. */
const gone = /^(?:Client has encountered a connection error|Connection terminated|Client was closed|Connection ended)/;

/**
 * Whether an error comes of a database that is away for the moment or has no room, or of two transactions in each other's way: nothing is
 * wrong with what was tried, and trying again may do.
 */
export function isOutage(error: unknown): boolean {
  for (const one of chainOf(error)) {
    const { code, originalCode, kind, message } = one;
    if ([code, originalCode].some((said) => typeof said === "string" && isOutageCode(said))) return true;
    if (typeof kind === "string" && kinds.has(kind)) return true;
    if (typeof message === "string" && gone.test(message)) return true;
  }
  return false;
}

/** Whether an error comes of a database whose disk is full: an outage that lasts until somebody makes room. */
export function isDiskFull(error: unknown): boolean {
  return [...chainOf(error)].some(({ code, originalCode }) => code === diskFull || originalCode === diskFull);
}

function isOutageCode(code: string): boolean {
  return prismaCodes.has(code) || sqlState.test(code) || networkCodes.has(code);
}

interface ErrorLike {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
}

/** An error, and what it was caused by: Prisma keeps the driver's error in `meta`. */
function* chainOf(error: unknown): Generator<ErrorLike> {
  let next: unknown = error;
  for (let depth = 0; depth < 6 && next !== null && typeof next === "object"; depth += 1) {
    yield next;
    const { cause, meta } = next as { cause?: unknown; meta?: { driverAdapterError?: { cause?: unknown } } };
    next = meta?.driverAdapterError?.cause ?? cause;
  }
}
