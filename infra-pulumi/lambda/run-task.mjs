/** Runs one task and waits for its end. */

const POLL_MS = 5_000;

/**
 * @typedef {{ cluster: string, taskDefinition: string, subnetIds: string[], securityGroupId: string }} Place
 * @typedef {Pick<import("@aws-sdk/client-ecs").ECS, "runTask" | "describeTasks" | "stopTask">} Ecs
 * @typedef {{ now: () => number, wait: (ms: number) => Promise<void> }} Clock
 * @typedef {{ ended: "WELL", taskArn: string } | { ended: "BADLY", taskArn: string, why: string } | { ended: "LATE", taskArn: string } | { ended: "NOT_STARTED", why: string }} Ended
 */

/**
 * @param {Ecs} ecs
 * @param {Place} place
 * @param {Clock} clock
 * @param {{ limitMs: number, overrides?: import("@aws-sdk/client-ecs").TaskOverride }} how
 * @returns {Promise<Ended>}
 */
export async function runTask(ecs, { cluster, taskDefinition, subnetIds, securityGroupId }, clock, how) {
  const started = await ecs.runTask({
    cluster,
    taskDefinition,
    launchType: "FARGATE",
    count: 1,
    startedBy: "deployment",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: subnetIds, securityGroups: [securityGroupId], assignPublicIp: "DISABLED" },
    },
    ...(how.overrides ? { overrides: how.overrides } : {}),
  });
  const taskArn = started.tasks?.[0]?.taskArn;
  if (!taskArn) {
    const reasons = (started.failures ?? []).map(({ reason }) => reason).join(", ");
    return { ended: "NOT_STARTED", why: reasons || "ECS gave no reason" };
  }
  const end = clock.now() + how.limitMs;
  while (clock.now() < end) {
    const { tasks } = await ecs.describeTasks({ cluster, tasks: [taskArn] });
    const task = tasks?.[0];
    if (task?.lastStatus === "STOPPED") {
      const exitCode = task.containers?.[0]?.exitCode;
      if (exitCode === 0) return { ended: "WELL", taskArn };
      const why = task.containers?.[0]?.reason ?? task.stoppedReason ?? "no reason is given";
      return { ended: "BADLY", taskArn, why: `exit code ${exitCode ?? "none"}; ${why}` };
    }
    await clock.wait(POLL_MS);
  }
  await ecs.stopTask({ cluster, task: taskArn, reason: "The deployment waits no longer" });
  return { ended: "LATE", taskArn };
}
