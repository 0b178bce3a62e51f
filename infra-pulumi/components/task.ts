import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { TaskSize } from "../settings/kinds.ts";
import { named } from "./naming.ts";
import { region, type Statement } from "./policy-document.ts";
import { TaskRoles } from "./task-roles.ts";

export interface TaskArgs {
  image: string;
  /** In place of the image's own program. */
  entryPoint?: string[];
  command?: string[];
  /** Where it listens, for traffic or for its health alone. */
  port?: number;
  healthPath?: string;
  size: TaskSize;
  architecture: "X86_64" | "ARM64";
  environment: Record<string, pulumi.Input<string>>;
  /** Variables whose values are read from Secrets Manager when the task starts: the secret, and a key of its JSON. */
  secrets: Record<string, { arn: pulumi.Input<string>; key?: string }>;
  mayDo: Statement[];
  repositoryArn?: pulumi.Input<string>;
  keyArn: pulumi.Input<string>;
  logRetentionDays: number;
  vpcId: pulumi.Input<string>;
  /** Ports of other addresses that it may speak to; 443 always. */
  outgoingPorts?: number[];
}

/** The only place that is written to; empty whenever a task starts. */
export const DATA_DIR = "/data";
/** Of the user that the images are made for; not root's. */
const USER = "1000:1000";
/** The most that Fargate waits between the request to stop and the kill. */
export const STOP_SECONDS = 120;

/** What runs, with which rights and which of the outer world. */
export class Task extends pulumi.ComponentResource {
  readonly taskName: string;
  readonly definition: aws.ecs.TaskDefinition;
  readonly roles: TaskRoles;
  readonly securityGroupId: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: TaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Task", name, {}, opts);
    const inside = { parent: this };
    this.taskName = name;
    const logGroup = new aws.cloudwatch.LogGroup(
      name,
      { name: `/${named(name)}`, retentionInDays: args.logRetentionDays, kmsKeyId: args.keyArn },
      inside,
    );
    this.logGroupName = logGroup.name;
    this.roles = new TaskRoles(
      name,
      {
        repositoryArn: args.repositoryArn,
        logGroupArn: logGroup.arn,
        secretArns: Object.values(args.secrets).map(({ arn }) => arn),
        keyArn: args.keyArn,
        mayDo: args.mayDo,
      },
      inside,
    );
    this.securityGroupId = this.#securityGroup(name, args);
    this.definition = new aws.ecs.TaskDefinition(
      name,
      {
        family: named(name),
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: args.size.cpu,
        memory: args.size.memory,
        runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: args.architecture },
        executionRoleArn: this.roles.execution.arn,
        taskRoleArn: this.roles.task.arn,
        volumes: [{ name: "data" }],
        containerDefinitions: pulumi.jsonStringify([container(name, args, logGroup.name)]),
      },
      inside,
    );
    this.registerOutputs();
  }

  #securityGroup(name: string, { vpcId, outgoingPorts = [] }: TaskArgs): pulumi.Output<string> {
    const group = new aws.ec2.SecurityGroup(name, { vpcId, description: `Tasks of ${name}` }, { parent: this });
    for (const port of new Set([443, ...outgoingPorts]))
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-${port}`,
        { securityGroupId: group.id, cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: port, toPort: port },
        { parent: this },
      );
    return group.id;
  }
}

function container(name: string, args: TaskArgs, logGroup: pulumi.Output<string>) {
  return {
    name,
    image: args.image,
    essential: true,
    ...(args.entryPoint ? { entryPoint: args.entryPoint } : {}),
    ...(args.command ? { command: args.command } : {}),
    user: USER,
    readonlyRootFilesystem: true,
    privileged: false,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    mountPoints: [{ sourceVolume: "data", containerPath: DATA_DIR, readOnly: false }],
    stopTimeout: STOP_SECONDS,
    ...(args.port ? { portMappings: [{ containerPort: args.port, protocol: "tcp" }] } : {}),
    ...(args.port && args.healthPath ? { healthCheck: healthCheck(args.port, args.healthPath) } : {}),
    environment: Object.entries(args.environment).map(([key, value]) => ({ name: key, value })),
    secrets: Object.entries(args.secrets).map(([key, secret]) => ({
      name: key,
      valueFrom: secret.key ? pulumi.interpolate`${secret.arn}:${secret.key}::` : secret.arn,
    })),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroup,
        "awslogs-region": region(),
        "awslogs-stream-prefix": name,
        // A log that can't be written must not hold up a request.
        mode: "non-blocking",
        "max-buffer-size": "4m",
      },
    },
  };
}

/** ECS looks at no HEALTHCHECK of an image; there is no shell and no curl to count on, but Node. */
function healthCheck(port: number, path: string) {
  const ask = `fetch("http://127.0.0.1:${port}${path}").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`;
  return { command: ["CMD", "node", "-e", ask], interval: 15, timeout: 5, retries: 3, startPeriod: 60 };
}
