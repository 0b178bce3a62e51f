import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

interface Speaker {
  taskName: string;
  securityGroupId: pulumi.Input<string>;
}

export interface ConnectionsArgs {
  from: Speaker[];
  to: pulumi.Input<{ securityGroupId: pulumi.Input<string>; port: pulumi.Input<number> }>;
}

/** Lets tasks speak to another address, and that one hear them: a rule at each end, from group to group. */
export class Connections extends pulumi.ComponentResource {
  readonly rules: pulumi.Resource[];

  constructor(name: string, { from, to }: ConnectionsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Connections", name, {}, opts);
    const target = pulumi.output(to);
    const of = { ipProtocol: "tcp", fromPort: target.port, toPort: target.port };
    this.rules = from.flatMap(({ taskName, securityGroupId }) => [
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-${taskName}-out`,
        { securityGroupId, referencedSecurityGroupId: target.securityGroupId, ...of },
        { parent: this },
      ),
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-${taskName}-in`,
        { securityGroupId: target.securityGroupId, referencedSecurityGroupId: securityGroupId, ...of },
        { parent: this },
      ),
    ]);
    this.registerOutputs();
  }
}
