import { fileURLToPath } from "node:url";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";
import { rights, trust } from "./policy-document.ts";
import type { Task } from "./task.ts";

export interface MigrationArgs {
  cluster: aws.ecs.Cluster;
  task: Task;
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  keyArn: pulumi.Input<string>;
  logRetentionDays: number;
  /** What must be there before it runs: its way to the database. */
  after: pulumi.Resource[];
}

const MINUTES = 15;

/**
 * Migrates the database once, whenever there is a new image, and before any service changes: services depend on it. ECS has no
 * resource for a task that runs once, so a function starts it and waits; it fails the deployment when the migration fails.
 */
export class Migration extends pulumi.ComponentResource {
  readonly done: pulumi.Resource;

  constructor(name: string, args: MigrationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Migration", name, {}, opts);
    const inside = { parent: this };
    const functionName = named(`run-${name}`);
    const logGroup = new aws.cloudwatch.LogGroup(
      `run-${name}`,
      { name: `/aws/lambda/${functionName}`, retentionInDays: args.logRetentionDays, kmsKeyId: args.keyArn },
      inside,
    );
    const role = new aws.iam.Role(`run-${name}`, { assumeRolePolicy: trust("lambda.amazonaws.com") }, inside);
    const { definition, roles } = args.task;
    const inCluster = { ArnEquals: { "ecs:cluster": args.cluster.arn } };
    const policy = new aws.iam.RolePolicy(
      `run-${name}`,
      {
        role: role.id,
        policy: rights([
          {
            actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
            resources: [pulumi.interpolate`${logGroup.arn}:*`],
          },
          {
            // Of any revision: the rights would otherwise change at the moment at which they are needed.
            actions: ["ecs:RunTask"],
            resources: [pulumi.interpolate`${definition.arnWithoutRevision}:*`],
            conditions: inCluster,
          },
          {
            actions: ["ecs:DescribeTasks", "ecs:StopTask"],
            resources: [args.cluster.arn.apply((arn) => `${arn.replace(":cluster/", ":task/")}/*`)],
            conditions: inCluster,
          },
          { actions: ["iam:PassRole"], resources: [roles.execution.arn, roles.task.arn] },
        ]),
      },
      inside,
    );
    const runner = new aws.lambda.Function(
      `run-${name}`,
      {
        name: functionName,
        runtime: aws.lambda.Runtime.NodeJS24dX,
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({
          "index.mjs": file("index.mjs"),
          "run-migration.mjs": file("run-migration.mjs"),
          "run-task.mjs": file("run-task.mjs"),
        }),
        role: role.arn,
        timeout: MINUTES * 60,
        memorySize: 128,
        loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
      },
      { ...inside, dependsOn: [policy] },
    );
    this.done = new aws.lambda.Invocation(
      name,
      {
        functionName: runner.name,
        // A new image is a new definition, whose ARN is new: that runs it again.
        input: pulumi.jsonStringify({
          cluster: args.cluster.arn,
          taskDefinition: definition.arn,
          subnetIds: args.subnetIds,
          securityGroupId: args.task.securityGroupId,
        }),
      },
      { ...inside, dependsOn: [...args.after, ...roles.granted] },
    );
    this.registerOutputs();
  }
}

function file(name: string): pulumi.asset.FileAsset {
  return new pulumi.asset.FileAsset(fileURLToPath(new URL(`../lambda/${name}`, import.meta.url)));
}
