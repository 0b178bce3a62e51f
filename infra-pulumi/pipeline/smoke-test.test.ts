import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { trainingWithinMs, withinMs } from "../../scripts/smoke/client.mjs";
import { askedToSignIn, LIMIT_MS, speakInside } from "./smoke-test.ts";

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

test("what it waits for may come, before it is no longer waited for", () => {
  expect(trainingWithinMs + withinMs).toBeLessThan(LIMIT_MS);
});

/** A front door that answers a page and a call with these. */
async function doorOf(page: number, call: number) {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/graphql" ? call : page, { location: "https://id.example.com/" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test("a front door that asks for the sign-in is as it should be; one that lets somebody in, or is broken, fails the deployment", async () => {
  for (const [page, call, why] of [
    [302, 401, undefined],
    [200, 401, "/ answered 200 to who is not signed in"],
    [302, 200, "/graphql answered 200 to who is not signed in"],
    [503, 401, "/ answered 503"],
  ] as const) {
    const door = await doorOf(page, call);
    if (why) await expect(askedToSignIn(door.url)).rejects.toThrow(why);
    else await askedToSignIn(door.url);
    door.close();
  }
  // Nobody there: this machine may be none of those that the balancer lets in.
  await askedToSignIn("http://127.0.0.1:1");
});
