import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The names that requests may be addressed to, besides any address. */
export function knownHosts({ host, allowedHosts }: { host: string; allowedHosts: readonly string[] }): Set<string> {
  return new Set(["localhost", ...[host, ...allowedHosts].map((name) => hostName(name))]);
}

/**
 * Why a request is not served: addressed to a name that is not ours (DNS rebinding), or sent by another site's page (CSRF). An address
 * is no name that somebody could make point here, so any will do, whatever the server listens on.
 */
export function refusal(
  { method, headers }: IncomingMessage,
  known: ReadonlySet<string>,
): { status: number; message: string } | null {
  const { host, origin } = headers;
  const addressed = hostName(host ?? "");
  if (!known.has(addressed) && isIP(addressed) === 0) {
    return {
      status: 421,
      message: "This server is not known by that name. Add the name to ALLOWED_HOSTS to allow it.",
    };
  }
  const changes = method !== "GET" && method !== "HEAD";
  if ((changes || headers.upgrade !== undefined) && origin && originHost(origin) !== host?.toLowerCase()) {
    return { status: 403, message: "Requests from pages of another site are not served." };
  }
  return null;
}

/** The name or address alone, as `isIP` knows it: without port and brackets. */
function hostName(host: string): string {
  const name = host.trim().toLowerCase();
  return isIP(name) === 6 ? name : name.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
