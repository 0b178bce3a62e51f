/** The services, and what stands before and beside them. */
import * as aws from "@pulumi/aws";
import { getStack } from "@pulumi/pulumi";
import { AccessLogBucket } from "../components/access-log-bucket.ts";
import { Alarms } from "../components/alarms.ts";
import { AliasRecord } from "../components/alias-record.ts";
import { baseStack } from "../components/base-stack.ts";
import { boundRoles } from "../components/bounded-roles.ts";
import { Certificate } from "../components/certificate.ts";
import { Connections } from "../components/connections.ts";
import { FargateService } from "../components/fargate-service.ts";
import { LoadBalancer } from "../components/load-balancer.ts";
import { Migration } from "../components/migration.ts";
import { Mlflow } from "../components/mlflow.ts";
import { named } from "../components/naming.ts";
import { PrivateNames } from "../components/private-names.ts";
import { QueueMetric } from "../components/queue-metric.ts";
import { RestartOnRotation } from "../components/restart-on-rotation.ts";
import { signInOf } from "../components/sign-in.ts";
import { SmokeTest } from "../components/smoke-test.ts";
import { tagEverything } from "../components/tagging.ts";
import { Task } from "../components/task.ts";
import { WebFirewall } from "../components/web-firewall.ts";
import { appSettings } from "../settings/app-settings.ts";
import { environmentOf } from "../settings/environments.ts";
import { readSettings } from "../settings/read-settings.ts";
import { PORTS, roles } from "./roles.ts";

const environment = environmentOf(getStack());
const settings = readSettings(appSettings(environment));
tagEverything(environment);
boundRoles(settings.permissionsBoundaryArn);

const base = baseStack();
const database = base.databases.modelwright;
const { domain, logRetentionDays } = settings;
const { zoneId } = aws.route53.getZoneOutput({ name: settings.zone });
const protect = environment === "prod";

const certificate = new Certificate("certificate", { domain, zoneId });
const accessLogs = new AccessLogBucket("access-logs", { keptDays: 90, removable: !protect });
const balancer = new LoadBalancer("balancer", {
  vpcId: base.vpcId,
  subnetIds: base.publicSubnetIds,
  certificateArn: certificate.arn,
  allowedCidrs: settings.allowedCidrs,
  accessLogBucket: accessLogs.bucket,
  signIn: signInOf(settings),
  machines: settings.machinesFromOutside,
  protect,
});
if (settings.webFirewall) new WebFirewall("firewall", { resourceArn: balancer.arn });
new AliasRecord("domain", { domain, zoneId, balancer });

const cluster = new aws.ecs.Cluster("cluster", {
  name: named(),
  settings: [{ name: "containerInsights", value: "enabled" }],
});
const names = new PrivateNames("names", { vpcId: base.vpcId });
const role = roles({ settings, base, environment, names, balancerArn: balancer.arn });
const place = { cluster, subnetIds: base.privateSubnetIds };
const behind = (targets: aws.lb.TargetGroup) => ({ targets, securityGroupId: balancer.securityGroupId });

const migrate = new Task("migrate", role.migrate);
const toMigrate = new Connections("migrate-to-database", { from: [migrate], to: database });
const migration = new Migration("migration", {
  ...place,
  task: migrate,
  keyArn: base.keyArn,
  logRetentionDays,
  after: toMigrate.rules,
});
const after = [migration.done, ...balancer.listening];

const api = new FargateService("api", {
  ...role.api,
  ...place,
  after,
  reaches: { database },
  tasks: settings.apiTasks,
  scaling: { by: "CPU" },
  balanced: behind(balancer.apiTargets),
  discovery: names.discovery("api"),
});
const queue = new QueueMetric("queue", { logGroupName: api.task.logGroupName });
const worker = new FargateService("worker", {
  ...role.worker,
  ...place,
  after,
  reaches: { database },
  tasks: settings.workerTasks,
  scaling: { by: "QUEUE", metric: queue },
});
const signedIn = settings.signIn !== "NONE";
const web = new FargateService("web", {
  ...role.web,
  ...place,
  after,
  reaches: { api: { securityGroupId: api.task.securityGroupId, port: PORTS.api } },
  tasks: settings.webTasks,
  scaling: { by: "CPU" },
  balanced: behind(balancer.webTargets),
  ...(signedIn ? { discovery: names.discovery("web") } : {}),
});
// Without a sign-in it goes in by the front door, as everybody does.
const smoke = signedIn ? new SmokeTest("smoke", { task: role.smoke, api, web, ports: PORTS }) : undefined;
new RestartOnRotation("rotation", {
  databaseHost: database.host,
  cluster,
  services: [api.service, worker.service],
});
new Alarms("alarms", { balancer, topicArn: base.topicArn });

const mlflow = settings.mlflowImage
  ? new Mlflow("mlflow", {
      ...place,
      image: settings.mlflowImage,
      architecture: settings.architecture,
      keyArn: base.keyArn,
      logRetentionDays,
      vpcId: base.vpcId,
      repositories: base.repositories,
      databases: base.databases,
      names,
      bucket: base.artifactBucket,
      clients: [api.task, worker.task],
    })
  : undefined;

export const url = `https://${domain}`;
export const clusterName = cluster.name;
export const migrationTask = migrate.definition.arn;
export const apiImage = settings.apiImage;
export const webImage = settings.webImage;
export const services = { api: api.service.name, worker: worker.service.name, web: web.service.name };
/** How the deployment's own conversation is started where the front door asks for a sign-in; null: it goes through that. */
export const smokeTest = smoke
  ? {
      cluster: cluster.arn,
      taskDefinition: smoke.task.definition.arn,
      subnetIds: base.privateSubnetIds,
      securityGroupId: smoke.task.securityGroupId,
      logGroup: smoke.task.logGroupName,
    }
  : null;
export const internalUrls = mlflow ? { mlflow: mlflow.url } : {};
