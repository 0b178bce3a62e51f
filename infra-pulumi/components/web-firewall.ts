import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface WebFirewallArgs {
  resourceArn: pulumi.Input<string>;
}

/** AWS's own rules before the balancer, and a limit on how much one address asks. */
export class WebFirewall extends pulumi.ComponentResource {
  constructor(name: string, { resourceArn }: WebFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:WebFirewall", name, {}, opts);
    const list = new aws.wafv2.WebAcl(
      name,
      {
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        visibilityConfig: seenAs("all"),
        rules: [
          managed(1, "AWSManagedRulesAmazonIpReputationList"),
          managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
          // A message may be longer than the 8 KiB of this rule; the API has its own limit.
          managed(3, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY"]),
          {
            name: "RequestsOfOneAddress",
            priority: 4,
            action: { block: {} },
            statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } },
            visibilityConfig: seenAs("RequestsOfOneAddress"),
          },
        ],
      },
      { parent: this },
    );
    new aws.wafv2.WebAclAssociation(name, { webAclArn: list.arn, resourceArn }, { parent: this });
    this.registerOutputs();
  }
}

function managed(priority: number, ruleSet: string, onlyCounted: string[] = []): aws.types.input.wafv2.WebAclRule {
  return {
    name: ruleSet,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: ruleSet,
        ruleActionOverrides: onlyCounted.map((name) => ({ name, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seenAs(ruleSet),
  };
}

function seenAs(metricName: string) {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
