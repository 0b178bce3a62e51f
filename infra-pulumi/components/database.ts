import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

export interface DatabaseArgs {
  vpcId: pulumi.Input<string>;
  subnetIds: pulumi.Input<string>[];
  keyArn: pulumi.Input<string>;
  topicArn: pulumi.Input<string>;
  databaseName: string;
  instanceClass: string;
  storageGb: number;
  storageMaxGb: number;
  multiZone: boolean;
  backupDays: number;
  protect: boolean;
  logRetentionDays: number;
}

/** PostgreSQL in the private subnets. Its password is made, kept and rotated by AWS; no program ever holds it. */
export class Database extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly databaseName: string;
  readonly user = "modelwright";
  readonly securityGroupId: pulumi.Output<string>;
  readonly secretArn: pulumi.Output<string>;

  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Database", name, {}, opts);
    const inside = { parent: this };
    const group = new aws.ec2.SecurityGroup(
      name,
      { vpcId: args.vpcId, description: "The database; services that may reach it are added to it one by one" },
      inside,
    );
    const subnets = new aws.rds.SubnetGroup(name, { subnetIds: args.subnetIds }, inside);
    const parameters = new aws.rds.ParameterGroup(
      name,
      {
        family: "postgres17",
        parameters: [
          { name: "rds.force_ssl", value: "1" },
          // Whatever takes a second is worth a line.
          { name: "log_min_duration_statement", value: "1000" },
        ],
      },
      inside,
    );
    // Made before RDS makes them, so that they are encrypted and don't grow for ever.
    const identifier = named(name);
    const logs = ["postgresql", "upgrade"].map(
      (log) =>
        new aws.cloudwatch.LogGroup(
          `${name}-${log}`,
          {
            name: `/aws/rds/instance/${identifier}/${log}`,
            retentionInDays: args.logRetentionDays,
            kmsKeyId: args.keyArn,
          },
          inside,
        ),
    );
    const instance = new aws.rds.Instance(
      name,
      {
        identifier,
        engine: "postgres",
        engineVersion: "17",
        instanceClass: args.instanceClass,
        allocatedStorage: args.storageGb,
        maxAllocatedStorage: args.storageMaxGb,
        storageType: "gp3",
        storageEncrypted: true,
        kmsKeyId: args.keyArn,
        dbName: args.databaseName,
        username: this.user,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: args.keyArn,
        dbSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [group.id],
        parameterGroupName: parameters.name,
        publiclyAccessible: false,
        multiAz: args.multiZone,
        backupRetentionPeriod: args.backupDays,
        backupWindow: "02:00-03:00",
        maintenanceWindow: "sun:03:30-sun:04:30",
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: !args.protect,
        deletionProtection: args.protect,
        skipFinalSnapshot: !args.protect,
        ...(args.protect ? { finalSnapshotIdentifier: `${identifier}-final` } : {}),
        autoMinorVersionUpgrade: true,
        enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: args.keyArn,
      },
      { ...inside, dependsOn: logs },
    );
    this.host = instance.address;
    this.port = instance.port;
    this.databaseName = args.databaseName;
    this.securityGroupId = group.id;
    this.secretArn = instance.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? "");
    this.#alarms(name, instance, args.topicArn);
    this.registerOutputs({ host: this.host, secretArn: this.secretArn });
  }

  #alarms(name: string, instance: aws.rds.Instance, topicArn: pulumi.Input<string>): void {
    const alarm = (what: string, args: Omit<aws.cloudwatch.MetricAlarmArgs, "namespace">) =>
      new aws.cloudwatch.MetricAlarm(
        `${name}-${what}`,
        {
          namespace: "AWS/RDS",
          dimensions: { DBInstanceIdentifier: instance.identifier },
          statistic: "Average",
          period: 300,
          evaluationPeriods: 3,
          alarmActions: [topicArn],
          okActions: [topicArn],
          ...args,
        },
        { parent: this },
      );
    alarm("cpu", {
      metricName: "CPUUtilization",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 80,
      alarmDescription: "The database has been busy above 80 % for a quarter of an hour.",
    });
    alarm("storage", {
      metricName: "FreeStorageSpace",
      comparisonOperator: "LessThanThreshold",
      threshold: 2 * 1024 ** 3,
      alarmDescription: "The database has less than 2 GiB left: raise databaseStorageMaxGb.",
    });
  }
}
