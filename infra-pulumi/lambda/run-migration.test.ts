import { expect, test } from "vitest";
import { runMigration } from "./run-migration.mjs";

const MIGRATION = {
  cluster: "the-cluster",
  taskDefinition: "the-definition:3",
  subnetIds: ["subnet-a", "subnet-b"],
  securityGroupId: "group-1",
};

interface TaskState {
  lastStatus: string;
  containers?: { exitCode?: number; reason?: string }[];
  stoppedReason?: string;
}

/** ECS as far as it is spoken to: it starts one task, which goes through the states given, and stays in the last. */
function ecsWith(states: TaskState[], started: object = { tasks: [{ taskArn: "task-1" }] }) {
  const calls: [string, unknown][] = [];
  let looks = 0;
  return {
    calls,
    ecs: {
      runTask: async (input: unknown) => {
        calls.push(["runTask", input]);
        return started;
      },
      describeTasks: async () => ({ tasks: [states[Math.min(looks++, states.length - 1)]] }),
      stopTask: async (input: unknown) => {
        calls.push(["stopTask", input]);
        return {};
      },
    } as any,
  };
}

/** Time passes by being waited for. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
}

test("one task is started in the private network, and waited for", async () => {
  const { ecs, calls } = ecsWith([
    { lastStatus: "PROVISIONING" },
    { lastStatus: "RUNNING" },
    { lastStatus: "STOPPED", containers: [{ exitCode: 0 }] },
  ]);
  await expect(runMigration(ecs, MIGRATION, clock())).resolves.toEqual({ taskArn: "task-1" });
  expect(calls).toEqual([
    [
      "runTask",
      expect.objectContaining({
        cluster: "the-cluster",
        taskDefinition: "the-definition:3",
        count: 1,
        launchType: "FARGATE",
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ["subnet-a", "subnet-b"],
            securityGroups: ["group-1"],
            assignPublicIp: "DISABLED",
          },
        },
      }),
    ],
  ]);
});

test.each([
  ["it failed", { containers: [{ exitCode: 1 }] }, "The migration failed (exit code 1;"],
  [
    "it never ran",
    { containers: [{ reason: "CannotPullContainerError" }] },
    "exit code none; CannotPullContainerError",
  ],
  ["it was stopped", { stoppedReason: "Host is gone" }, "exit code none; Host is gone"],
])("the deployment fails when %s", async (_, state, message) => {
  const { ecs } = ecsWith([{ lastStatus: "STOPPED", ...state }]);
  await expect(runMigration(ecs, MIGRATION, clock())).rejects.toThrow(message);
});

test("the deployment fails when no task can be started", async () => {
  const { ecs } = ecsWith([], { tasks: [], failures: [{ reason: "Capacity is unavailable" }] });
  await expect(runMigration(ecs, MIGRATION, clock())).rejects.toThrow(
    "could not be started: Capacity is unavailable. The services are as they were.",
  );
});

test("one that takes too long is stopped, before the function is", async () => {
  const { ecs, calls } = ecsWith([{ lastStatus: "RUNNING" }]);
  const time = clock();
  await expect(runMigration(ecs, MIGRATION, time)).rejects.toThrow("not done after 14 minutes and was stopped");
  expect(calls.at(-1)).toEqual(["stopTask", expect.objectContaining({ task: "task-1" })]);
  expect(time.now()).toBeLessThan(15 * 60_000);
});
