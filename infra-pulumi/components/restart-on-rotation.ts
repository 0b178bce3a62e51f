import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";
import { rights, trust } from "./policy-document.ts";

export interface RestartOnRotationArgs {
  databaseHost: pulumi.Input<string>;
  cluster: aws.ecs.Cluster;
  services: aws.ecs.Service[];
}

/** What RDS says when a database's password has changed. */
const PASSWORD_CHANGED = "RDS-EVENT-0016";

/**
 * A task reads the password when it starts, and RDS makes a new one every week. So when it says that it did, the services are
 * deployed anew, one task after another.
 */
export class RestartOnRotation extends pulumi.ComponentResource {
  constructor(name: string, args: RestartOnRotationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:RestartOnRotation", name, {}, opts);
    const inside = { parent: this };
    const serviceArns = args.services.map(({ id }) => id);
    const role = new aws.iam.Role(`${name}-restart`, { assumeRolePolicy: trust("states.amazonaws.com") }, inside);
    const policy = new aws.iam.RolePolicy(
      `${name}-restart`,
      { role: role.id, policy: rights([{ actions: ["ecs:UpdateService"], resources: serviceArns }]) },
      inside,
    );
    const machine = new aws.sfn.StateMachine(
      name,
      { name: named(name), roleArn: role.arn, definition: restart(args.cluster, args.services) },
      { ...inside, dependsOn: [policy] },
    );
    const caller = new aws.iam.Role(`${name}-event`, { assumeRolePolicy: trust("events.amazonaws.com") }, inside);
    new aws.iam.RolePolicy(
      `${name}-event`,
      { role: caller.id, policy: rights([{ actions: ["states:StartExecution"], resources: [machine.arn] }]) },
      inside,
    );
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        description: "The database's password has changed",
        eventPattern: pulumi.jsonStringify({
          source: ["aws.rds"],
          "detail-type": ["RDS DB Instance Event"],
          detail: {
            EventID: [PASSWORD_CHANGED],
            SourceIdentifier: [pulumi.output(args.databaseHost).apply((host) => host.split(".")[0] ?? host)],
          },
        }),
      },
      inside,
    );
    new aws.cloudwatch.EventTarget(name, { rule: rule.name, arn: machine.arn, roleArn: caller.arn }, inside);
    this.registerOutputs();
  }
}

/** One service after another; one that fails does not keep the rest from their new password. */
function restart(cluster: aws.ecs.Cluster, services: aws.ecs.Service[]): pulumi.Output<string> {
  const steps = services.map((service, index) => {
    const next = index + 1 < services.length ? { Next: `Service ${index + 2}` } : { End: true };
    return [
      `Service ${index + 1}`,
      {
        Type: "Task",
        Resource: "arn:aws:states:::aws-sdk:ecs:updateService",
        Parameters: { Cluster: cluster.arn, Service: service.name, ForceNewDeployment: true },
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, MaxAttempts: 5, BackoffRate: 2 }],
        ...("Next" in next ? { Catch: [{ ErrorEquals: ["States.ALL"], Next: next.Next }] } : {}),
        ...next,
      },
    ] as const;
  });
  return pulumi.jsonStringify({ StartAt: "Service 1", States: Object.fromEntries(steps) });
}
