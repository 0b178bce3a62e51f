import * as pulumi from "@pulumi/pulumi";
import { Connections } from "./connections.ts";
import type { FargateService } from "./fargate-service.ts";
import { Task, type TaskArgs } from "./task.ts";

export interface SmokeTestArgs {
  task: TaskArgs;
  api: FargateService;
  web: FargateService;
  ports: { api: number; web: number };
}

/**
 * Speaks with the product from inside the network, where a sign-in at the balancer lets no program in: with a key of its own, and with
 * the services alone. It is started by whoever deploys, and ends by itself.
 */
export class SmokeTest extends pulumi.ComponentResource {
  readonly task: Task;

  constructor(name: string, { task, api, web, ports }: SmokeTestArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:SmokeTest", name, {}, opts);
    const inside = { parent: this };
    this.task = new Task(name, task, inside);
    for (const [service, port] of [
      [api, ports.api],
      [web, ports.web],
    ] as const) {
      const to = { securityGroupId: service.task.securityGroupId, port };
      new Connections(`${name}-to-${service.task.taskName}`, { from: [this.task], to }, inside);
    }
    this.registerOutputs();
  }
}
