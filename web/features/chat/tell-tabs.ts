import { useEffect } from "react";

const channelName = "modelwright.threads";

/**
 * Keeps the list of conversations the same in all tabs of a browser: what this tab reads is told to the others, and one that reads
 * otherwise reads anew. A list's `state` is a text that differs when the list does; undefined while it is not read.
 */
export function useSameInTabs(state: string | undefined, readAnew: () => void): void {
  useEffect(() => {
    if (state === undefined || typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data !== state) readAnew();
    };
    channel.postMessage(state);
    return () => channel.close();
  }, [state, readAnew]);
}
