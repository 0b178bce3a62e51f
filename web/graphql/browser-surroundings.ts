import { connectionStore, send } from "./connection.ts";
import type { StreamSurroundings } from "./resuming-stream.ts";
import { streamSlots } from "./stream-slots.ts";
import { waitToRetry } from "./wait-to-retry.ts";

/** A tab that is hidden for this long lets its streams go, so that other tabs have connections; they resume when it is shown. */
const hiddenGraceMs = 1_000;

/** Streams in a browser's tab: the page's own fetch, waits that end when the network is back, none while the tab is hidden. */
export const browserSurroundings: StreamSurroundings = {
  fetch: (body, signal) =>
    send("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body,
      signal,
    }),
  backOff: waitToRetry,
  async shown(signal) {
    if (document.visibilityState === "hidden") await nextChange("visible", signal);
    const hidden = new AbortController();
    const watch = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        watch.abort();
      },
      { once: true },
    );
    document.addEventListener(
      "visibilitychange",
      () => {
        clearTimeout(timer);
        if (document.visibilityState !== "hidden") return;
        timer = setTimeout(() => {
          watch.abort();
          hidden.abort();
        }, hiddenGraceMs);
      },
      { signal: watch.signal },
    );
    return hidden.signal;
  },
  slots: streamSlots,
  onOpen: () => connectionStore.open(),
  onLost: () => connectionStore.lost(),
};

function nextChange(to: DocumentVisibilityState, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener("visibilitychange", check);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const check = () => {
      if (document.visibilityState === to) done();
    };
    document.addEventListener("visibilitychange", check);
    signal.addEventListener("abort", done, { once: true });
  });
}
