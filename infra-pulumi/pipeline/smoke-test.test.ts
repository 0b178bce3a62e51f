import { expect, test } from "vitest";
import { speakInside } from "./smoke-test.ts";

const PLACE = {
  cluster: "the-cluster",
  taskDefinition: "smoke:3",
  subnetIds: ["subnet-a"],
  securityGroupId: "group-1",
  logGroup: "/modelwright-dev-smoke",
};

/** ECS as far as it is spoken to: one task that stays as it is told here. */
function ecsWith(task: object, started: object = { tasks: [{ taskArn: "task-1" }] }) {
  const asked: any[] = [];
  const ecs = {
    runTask: async (input: unknown) => {
      asked.push(input);
      return started;
    },
    describeTasks: async () => ({ tasks: [task] }),
    stopTask: async () => ({}),
  } as any;
  return { ecs, asked };
}

function clock() {
  let time = 0;
  return {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
}

test("one task is started in the private network, and told whether to have a model trained", async () => {
  const { ecs, asked } = ecsWith({ lastStatus: "STOPPED", containers: [{ exitCode: 0 }] });
  await speakInside(ecs, clock(), PLACE, true);
  await speakInside(ecs, clock(), PLACE, false);
  const [first, second] = asked;
  expect(first).toMatchObject({
    cluster: "the-cluster",
    taskDefinition: "smoke:3",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ["subnet-a"], securityGroups: ["group-1"], assignPublicIp: "DISABLED" },
    },
    overrides: { containerOverrides: [{ name: "smoke", environment: [{ name: "SMOKE_TEST_TRAIN", value: "true" }] }] },
  });
  expect(second.overrides.containerOverrides[0].environment).toEqual([{ name: "SMOKE_TEST_TRAIN", value: "false" }]);
});

test.each([
  ["failed", { lastStatus: "STOPPED", containers: [{ exitCode: 1 }] }, undefined, "failed (exit code 1"],
  ["never ends", { lastStatus: "RUNNING" }, undefined, "was not done after 9 minutes"],
  ["can't start", {}, { failures: [{ reason: "RESOURCE:CPU" }] }, "could not be started: RESOURCE:CPU"],
])("one that %s fails the deployment, and says where to look", async (_what, task, started, why) => {
  const { ecs } = ecsWith(task, started);
  await expect(speakInside(ecs, clock(), PLACE, false)).rejects.toThrow(why);
  if (!started)
    await expect(speakInside(ecs, clock(), PLACE, false)).rejects.toThrow(
      "/modelwright-dev-smoke tells more, by task task-1",
    );
});
