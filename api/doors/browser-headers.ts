import type { ServerResponse } from "node:http";

const headers = {
  // No page of another site may show ours in a frame: a press meant for theirs would confirm what ours asks. The older word for older browsers.
  "content-security-policy": "frame-ancestors 'none'",
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  // Not `no-referrer`: a browser would send the origin "null" with a page's own requests, and they would be refused as another site's.
  "referrer-policy": "same-origin",
};

/** What every answer tells a browser, whoever makes the answer. */
export function tellBrowser(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
