import { useEffect } from "react";
import { connectionStore, send, useConnection } from "../../graphql/connection.ts";
import styles from "./shell.module.css";

/**
 * Says that the connection is lost, or that the sign-in has ended, until it is as before. A short loss is not worth a word: it appears after
 * a moment. People sign in again in another tab, since this one would have to leave the page, and what was typed with it.
 */
export function ConnectionNotice() {
  const { state } = useConnection();
  useSignIn(state === "signedOut");
  return (
    <div role="status" className={styles.connection}>
      {state === "lost" && <p className={styles.lost}>The connection was lost. Trying again …</p>}
      {state === "signedOut" && (
        <p className={styles.lost}>
          Your sign-in has ended.{" "}
          <a href="/" target="_blank" rel="noopener">
            Sign in again
          </a>{" "}
          in another tab: this page then goes on by itself, and what you typed stays.
        </p>
      )}
    </div>
  );
}

/** While the page is looked at, this often it is asked whether somebody has signed in again. */
const askAgainMs = 5_000;

/** Finds out that somebody has signed in again, in whatever tab. */
function useSignIn(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const ask = () => {
      if (document.visibilityState === "hidden") return;
      const headers = { "content-type": "application/json" };
      const asked = send("/graphql", { method: "POST", headers, body: '{"query":"{ __typename }"}' });
      // Why it fails is known already.
      asked.then(connectionStore.open, () => {});
    };
    const timer = setInterval(ask, askAgainMs);
    window.addEventListener("focus", ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [wanted]);
}
