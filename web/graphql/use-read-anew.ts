import { useEffect } from "react";
import { useConnection } from "./connection.ts";
import { readAnew } from "./read-anew.ts";

/** Windows are changed between more often than anything else changes. */
const leastPauseMs = 5_000;

/**
 * Reads what is on the page anew when others may have changed it unheard: a lost connection is back, or the person comes back to the
 * window.
 */
export function useReadAnew(): void {
  const { recoveries } = useConnection();
  useEffect(() => {
    if (recoveries > 0) readAnew();
  }, [recoveries]);
  useEffect(() => {
    let last = -leastPauseMs;
    const onReturn = () => {
      if (document.visibilityState === "hidden" || performance.now() - last < leastPauseMs) return;
      last = performance.now();
      readAnew();
    };
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, []);
}
