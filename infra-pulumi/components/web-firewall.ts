import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface WebFirewallArgs {
  resourceArn: pulumi.Input<string>;
}

/**
 * Rules that are only counted, since they would refuse what is meant: a message may be about anything, and be longer than 8 KiB; a model's file
 * has any bytes, and any name. The API takes bodies as JSON or as bytes, within limits of its own, and reads nothing in them as a path or as
 * a page.
 */
const MISTAKEN = [
  "SizeRestrictions_BODY",
  "CrossSiteScripting_BODY",
  "GenericLFI_BODY",
  "GenericRFI_BODY",
  "EC2MetaDataSSRF_BODY",
  "RestrictedExtensions_URIPATH",
  "RestrictedExtensions_QUERYARGUMENTS",
];
/** In five minutes. An office is one address, a page has some thirty requests, and a program logs metrics one by one. */
const MOST_OF_ONE_ADDRESS = 10_000;

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
          managed(3, "AWSManagedRulesCommonRuleSet", MISTAKEN),
          {
            name: "RequestsOfOneAddress",
            priority: 4,
            action: { block: {} },
            statement: { rateBasedStatement: { limit: MOST_OF_ONE_ADDRESS, aggregateKeyType: "IP" } },
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
