import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ECS } from "@aws-sdk/client-ecs";
import { z } from "zod";
import { type Clock, type Ecs, runTask } from "../lambda/run-task.mjs";
import { PipelineError } from "./errors.ts";

/** As the task names it. */
const CONTAINER = "smoke";
export const LIMIT_MS = 9 * 60_000;
const program = fileURLToPath(new URL("../../scripts/smoke.mjs", import.meta.url));

/** What the app tells of how it is spoken with. */
const outputs = z.object({
  url: z.string(),
  smokeTest: z
    .object({
      cluster: z.string(),
      taskDefinition: z.string(),
      subnetIds: z.array(z.string()),
      securityGroupId: z.string(),
      logGroup: z.string(),
    })
    .nullish(),
});

/**
 * Speaks with what was deployed: through its own address, or, where that asks for a sign-in, by a task inside the network; then the address
 * has to ask for it.
 * @throws {PipelineError} when something is not as it should be
 */
export async function speakWith(app: Record<string, unknown>, train: boolean): Promise<void> {
  const { url, smokeTest } = outputs.parse(app);
  if (smokeTest) {
    await speakInside(new ECS({}), { now: Date.now, wait: (ms) => wait(ms) }, smokeTest, train);
    return askedToSignIn(url);
  }
  const child = spawn(process.execPath, [program, url, ...(train ? ["--train"] : [])], { stdio: "inherit" });
  const [code] = await once(child, "close");
  if (code !== 0) throw new PipelineError("What was deployed does not answer as it should.");
}

export async function speakInside(
  ecs: Ecs,
  clock: Clock,
  place: NonNullable<z.output<typeof outputs>["smokeTest"]>,
  train: boolean,
): Promise<void> {
  const environment = [{ name: "SMOKE_TEST_TRAIN", value: String(train) }];
  const overrides = { containerOverrides: [{ name: CONTAINER, environment }] };
  const task = await runTask(ecs, place, clock, { limitMs: LIMIT_MS, overrides });
  if (task.ended === "WELL") return;
  if (task.ended === "NOT_STARTED") throw new PipelineError(`The smoke test could not be started: ${task.why}.`);
  const what = task.ended === "LATE" ? `was not done after ${LIMIT_MS / 60_000} minutes` : `failed (${task.why})`;
  throw new PipelineError(`The smoke test ${what}. ${place.logGroup} tells more, by task ${task.taskArn}.`);
}

/**
 * Goes to the front door without a sign-in: a page has to lead elsewhere, a call to be refused. (A machine that may not reach the balancer
 * finds out nothing.)
 */
export async function askedToSignIn(url: string): Promise<void> {
  const call = { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ __typename }"}' };
  for (const [path, how, wanted] of [
    ["/", {}, 302],
    ["/graphql", call, 401],
  ] as const) {
    const address = new URL(path, url);
    const signal = AbortSignal.timeout(20_000);
    const answer = await fetch(address, { ...how, redirect: "manual", signal }).catch((error: Error) => error);
    if (answer instanceof Error) {
      process.stdout.write(`${address} was not tried: it can't be reached from here.\n`);
      continue;
    }
    if (answer.status !== wanted)
      throw new PipelineError(
        `${address} answered ${answer.status} to who is not signed in, and has to answer ${wanted}.`,
      );
    process.stdout.write(`ok      ${address} asks for a sign-in\n`);
  }
}
