import { runTask } from "./run-task.mjs";

/** Migrates, by one task: what the deployment of the services waits for. */

/** Lambda ends after fifteen minutes without a word, so we end before it with one. */
const LIMIT_MS = 14 * 60_000;

/**
 * @param {import("./run-task.mjs").Ecs} ecs
 * @param {import("./run-task.mjs").Place} migration
 * @param {import("./run-task.mjs").Clock} clock
 * @returns {Promise<{ taskArn: string }>}
 * @throws when it couldn't be started, failed, or took too long; each says where to look
 */
export async function runMigration(ecs, migration, clock) {
  const task = await runTask(ecs, migration, clock, { limitMs: LIMIT_MS });
  switch (task.ended) {
    case "WELL":
      return { taskArn: task.taskArn };
    case "NOT_STARTED":
      throw new Error(`The migration could not be started: ${task.why}. The services are as they were.`);
    case "BADLY":
      throw new Error(
        `The migration failed (${task.why}). The services are as they were; its log group tells more, by task ${task.taskArn}.`,
      );
    case "LATE":
      throw new Error(
        `The migration was not done after ${LIMIT_MS / 60_000} minutes and was stopped; a migration is one transaction, so nothing of it stays. The services are as they were. Run it by hand (docs/deploy.md), then deploy again.`,
      );
  }
}
