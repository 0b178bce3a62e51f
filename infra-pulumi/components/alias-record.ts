import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancer } from "./load-balancer.ts";

/** The product's name, which is the balancer's address whatever that is. */
export class AliasRecord extends pulumi.ComponentResource {
  constructor(
    name: string,
    { domain, zoneId, balancer }: { domain: string; zoneId: pulumi.Input<string>; balancer: LoadBalancer },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("modelwright:aws:AliasRecord", name, {}, opts);
    new aws.route53.Record(
      name,
      {
        zoneId,
        name: domain,
        type: "A",
        aliases: [{ name: balancer.dnsName, zoneId: balancer.hostedZoneId, evaluateTargetHealth: true }],
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}
