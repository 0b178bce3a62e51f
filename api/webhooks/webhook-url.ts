import { isIP } from "node:net";
import { isPublicAddress } from "./address.ts";

/** Which addresses webhooks may go to. */
export interface WebhookRules {
  /** Addresses of this machine and its networks too, and by http. */
  allowPrivate: boolean;
}

/** The host of a URL as `net` knows it: without IPv6's brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/**
 * Why nothing is sent to a URL, as far as it says by itself; the addresses that a name has are looked at when it is connected to.
 * @returns null when it may be tried
 */
export function problemOf(text: string, { allowPrivate }: WebhookRules): string | null {
  const url = URL.parse(text);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return "must be an https:// URL";
  if (url.username || url.password) return "must not hold a name or password: deliveries are signed instead";
  if (allowPrivate) return null;
  if (url.protocol !== "https:") return "must be an https:// URL";
  const host = hostOf(url);
  if (isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)localhost\.?$/.test(host)) {
    return "must not lead to this machine or its network, unless WEBHOOK_ALLOW_PRIVATE is set";
  }
  return null;
}
