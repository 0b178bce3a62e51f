import { setTimeout as pause } from "node:timers/promises";
import { readLock } from "./lock.mjs";
import { isAlive } from "./process-identity.mjs";

/**
 * Says that the service runs already and where; waits for that if it is still starting.
 * @param {string} runFile
 * @param {import("./lock.mjs").RunRecord} record
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the exit code: 0 when it runs, since that is what was asked for
 */
export async function sayWhereItRuns(runFile, record, say) {
  if (!record.urls) say(`Modelwright is being started already, by process ${record.owner.pid}. Waiting for it …`);
  /** @type {import("./lock.mjs").RunRecord | undefined} */
  let current = record;
  while (current && !current.urls && isAlive(current.owner)) {
    await pause(200);
    current = readLock(runFile);
  }
  if (!current?.urls) {
    say("That start ended before it was ready. Please start again.");
    return 1;
  }
  say(
    `Modelwright is already running (process ${current.owner.pid}; stop it with Ctrl-C there, or: kill ${current.owner.pid}).`,
  );
  announce(current.urls, say);
  return 0;
}

/**
 * The lines by which people and programs find the service.
 * @param {import("./lock.mjs").Urls} urls
 * @param {(line: string) => void} say
 */
export function announce(urls, say) {
  if (urls.web) say(`Web app: ${urls.web}`);
  say(`GraphQL: ${urls.graphql}`);
}
