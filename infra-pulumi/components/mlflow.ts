import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { mayUseArtifacts } from "./artifact-bucket.ts";
import type { baseStack } from "./base-stack.ts";
import { Connections } from "./connections.ts";
import { FargateService } from "./fargate-service.ts";
import type { PrivateNames } from "./private-names.ts";
import { RestartOnRotation } from "./restart-on-rotation.ts";
import { DATA_DIR, type Task, type TaskArgs } from "./task.ts";

type Base = ReturnType<typeof baseStack>;

export interface MlflowArgs extends Pick<TaskArgs, "architecture" | "keyArn" | "logRetentionDays" | "vpcId"> {
  image: string;
  cluster: aws.ecs.Cluster;
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  repositories: Base["repositories"];
  databases: Base["databases"];
  names: PrivateNames;
  bucket: Base["artifactBucket"];
  /** Who may speak to it; nobody else can. */
  clients: Task[];
}

const PORT = 5000;

/** MLflow's tracking server for the services, found by its name in the network; nothing of it is public. */
export class Mlflow extends pulumi.ComponentResource {
  readonly url: string;

  constructor(name: string, args: MlflowArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Mlflow", name, {}, opts);
    const inside = { parent: this };
    const { bucket, clients, names } = args;
    const host = names.hostOf(name);
    const database = args.databases.apply(({ mlflow }) => made(mlflow));
    const repository = args.repositories.apply(({ mlflow }) => made(mlflow));
    const { task, service } = new FargateService(
      name,
      {
        image: args.image,
        repositoryArn: repository.arn,
        architecture: args.architecture,
        keyArn: args.keyArn,
        logRetentionDays: args.logRetentionDays,
        vpcId: args.vpcId,
        cluster: args.cluster,
        subnetIds: args.subnetIds,
        port: PORT,
        healthPath: "/health",
        size: { cpu: "512", memory: "2048" },
        command: [
          "mlflow",
          "server",
          "--host=0.0.0.0",
          `--port=${PORT}`,
          "--workers=2",
          `--allowed-hosts=${host}:${PORT},127.0.0.1:${PORT}`,
        ],
        environment: {
          // The password is read from PGPASSWORD, so that it stands in no address.
          MLFLOW_BACKEND_STORE_URI: pulumi.interpolate`postgresql://${database.user}@${database.host}:${database.port}/${database.databaseName}`,
          PGSSLMODE: "require",
          MLFLOW_ARTIFACTS_DESTINATION: pulumi.interpolate`s3://${bucket.name}/mlflow`,
          TMPDIR: DATA_DIR,
        },
        secrets: { PGPASSWORD: { arn: database.secretArn, key: "password" } },
        mayDo: mayUseArtifacts(bucket.arn, args.keyArn),
        tasks: { least: 1, most: 1 },
        scaling: { by: "CPU" },
        discovery: names.discovery(name),
        reaches: { database },
      },
      inside,
    );
    const to = { securityGroupId: task.securityGroupId, port: PORT };
    new Connections(`services-to-${name}`, { from: clients, to }, inside);
    new RestartOnRotation(
      `${name}-rotation`,
      { databaseHost: database.host, cluster: args.cluster, services: [service] },
      inside,
    );
    this.url = `http://${host}:${PORT}`;
    this.registerOutputs({ url: this.url });
  }
}

function made<T>(part: T | undefined): T {
  if (part) return part;
  throw new pulumi.RunError("The base has nothing for MLflow: set mlflow to true there and bring it up first.");
}
