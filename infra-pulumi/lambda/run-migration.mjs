/** Runs one task and waits for its end: what the deployment of the services waits for. */

const POLL_MS = 5_000;
/** Lambda ends after fifteen minutes without a word, so we end before it with one. */
const LIMIT_MS = 14 * 60_000;

/**
 * @typedef {{ cluster: string, taskDefinition: string, subnetIds: string[], securityGroupId: string }} Migration
 * @typedef {Pick<import("@aws-sdk/client-ecs").ECS, "runTask" | "describeTasks" | "stopTask">} Ecs
 * @typedef {{ now: () => number, wait: (ms: number) => Promise<void> }} Clock
 */

/**
 * @param {Ecs} ecs
 * @param {Migration} migration
 * @param {Clock} clock
 * @returns {Promise<{ taskArn: string }>}
 * @throws when it couldn't be started, failed, or took too long; each says where to look
 */
export async function runMigration(ecs, { cluster, taskDefinition, subnetIds, securityGroupId }, clock) {
  const started = await ecs.runTask({
    cluster,
    taskDefinition,
    launchType: "FARGATE",
    count: 1,
    startedBy: "deployment",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: subnetIds, securityGroups: [securityGroupId], assignPublicIp: "DISABLED" },
    },
  });
  const taskArn = started.tasks?.[0]?.taskArn;
  if (!taskArn) {
    const reasons = (started.failures ?? []).map(({ reason }) => reason).join(", ");
    throw new Error(
      `The migration could not be started: ${reasons || "ECS gave no reason"}. The services are as they were.`,
    );
  }
  const end = clock.now() + LIMIT_MS;
  while (clock.now() < end) {
    const { tasks } = await ecs.describeTasks({ cluster, tasks: [taskArn] });
    const task = tasks?.[0];
    if (task?.lastStatus === "STOPPED") {
      const exitCode = task.containers?.[0]?.exitCode;
      if (exitCode === 0) return { taskArn };
      const why = task.containers?.[0]?.reason ?? task.stoppedReason ?? "no reason is given";
      throw new Error(
        `The migration failed (exit code ${exitCode ?? "none"}; ${why}). The services are as they were; its log group tells more, by task ${taskArn}.`,
      );
    }
    await clock.wait(POLL_MS);
  }
  await ecs.stopTask({ cluster, task: taskArn, reason: "The deployment waits no longer" });
  throw new Error(
    `The migration was not done after ${LIMIT_MS / 60_000} minutes and was stopped; a migration is one transaction, so nothing of it stays. The services are as they were. Run it by hand (docs/deploy.md), then deploy again.`,
  );
}
