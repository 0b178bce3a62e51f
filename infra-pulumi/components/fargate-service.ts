import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { TaskCount } from "../settings/kinds.ts";
import { Connections, type ConnectionsArgs } from "./connections.ts";
import { named } from "./naming.ts";
import { type Scaling, scale } from "./scaling.ts";
import { Task, type TaskArgs } from "./task.ts";

export interface FargateServiceArgs extends TaskArgs {
  cluster: aws.ecs.Cluster;
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  tasks: TaskCount;
  scaling: Scaling;
  /** What it speaks to, by a name for it: the way there is open before a task starts. */
  reaches?: Record<string, ConnectionsArgs["to"]>;
  /** What must be done before the tasks change. (A component's own dependsOn does not reach what is in it.) */
  after?: pulumi.Resource[];
  /** Behind the balancer, which alone may speak to it. */
  balanced?: { targets: aws.lb.TargetGroup; securityGroupId: pulumi.Input<string> };
  /** A name in the network under which others find it. */
  discovery?: aws.servicediscovery.Service;
}

/** Tasks that are kept running: replaced when they fail, changed one after another, and back to what ran when the new ones don't. */
export class FargateService extends pulumi.ComponentResource {
  readonly task: Task;
  readonly service: aws.ecs.Service;

  constructor(name: string, args: FargateServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:FargateService", name, {}, opts);
    const inside = { parent: this };
    this.task = new Task(name, args, inside);
    const { balanced, port, discovery } = args;
    const ways = Object.entries(args.reaches ?? {}).flatMap(
      ([what, to]) => new Connections(`${name}-to-${what}`, { from: [this.task], to }, inside).rules,
    );
    if (balanced && port) ways.push(...this.#letBalancerIn(name, port, balanced.securityGroupId));
    this.service = new aws.ecs.Service(
      name,
      {
        name: named(name),
        cluster: args.cluster.arn,
        taskDefinition: this.task.definition.arn,
        launchType: "FARGATE",
        platformVersion: "1.4.0",
        desiredCount: args.tasks.least,
        networkConfiguration: {
          subnets: args.subnetIds,
          securityGroups: [this.task.securityGroupId],
          assignPublicIp: false,
        },
        ...(balanced && port
          ? {
              loadBalancers: [{ targetGroupArn: balanced.targets.arn, containerName: name, containerPort: port }],
              healthCheckGracePeriodSeconds: 60,
            }
          : {}),
        ...(discovery ? { serviceRegistries: { registryArn: discovery.arn } } : {}),
        deploymentCircuitBreaker: { enable: true, rollback: true },
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        availabilityZoneRebalancing: "ENABLED",
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        enableExecuteCommand: false,
        // Deployed means that it runs.
        waitForSteadyState: true,
      },
      // How many run is the scaling's to say.
      {
        ...inside,
        dependsOn: [...this.task.roles.granted, ...ways, ...(args.after ?? [])],
        ignoreChanges: ["desiredCount"],
      },
    );
    scale(name, {
      cluster: args.cluster,
      service: this.service,
      tasks: args.tasks,
      scaling: args.scaling,
      parent: this,
    });
    this.registerOutputs();
  }

  #letBalancerIn(name: string, port: number, balancer: pulumi.Input<string>): pulumi.Resource[] {
    const of = { ipProtocol: "tcp", fromPort: port, toPort: port };
    return [
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-balancer`,
        { securityGroupId: this.task.securityGroupId, referencedSecurityGroupId: balancer, ...of },
        { parent: this },
      ),
      new aws.vpc.SecurityGroupEgressRule(
        `balancer-${name}`,
        { securityGroupId: balancer, referencedSecurityGroupId: this.task.securityGroupId, ...of },
        { parent: this },
      ),
    ];
  }
}
