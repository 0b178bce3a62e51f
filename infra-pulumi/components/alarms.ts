import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancer } from "./load-balancer.ts";

export interface AlarmsArgs {
  balancer: LoadBalancer;
  topicArn: pulumi.Input<string>;
}

/** What a user would notice: faults, slowness, and nobody there to answer. */
export class Alarms extends pulumi.ComponentResource {
  constructor(name: string, { balancer, topicArn }: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Alarms", name, {}, opts);
    const alarm = (what: string, args: Omit<aws.cloudwatch.MetricAlarmArgs, "namespace">) =>
      new aws.cloudwatch.MetricAlarm(
        `${name}-${what}`,
        {
          namespace: "AWS/ApplicationELB",
          dimensions: { LoadBalancer: balancer.arnSuffix },
          period: 60,
          alarmActions: [topicArn],
          okActions: [topicArn],
          treatMissingData: "notBreaching",
          ...args,
        },
        { parent: this },
      );
    alarm("faults", {
      metricName: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 3,
      alarmDescription: "More than five requests a minute have failed by a fault of ours, for three minutes.",
    });
    alarm("unanswered", {
      metricName: "HTTPCode_ELB_5XX_Count",
      statistic: "Sum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 5,
      evaluationPeriods: 3,
      alarmDescription: "The balancer has found nobody to answer more than five requests a minute, for three minutes.",
    });
    for (const [who, targets] of [
      ["api", balancer.apiTargets],
      ["web", balancer.webTargets],
    ] as const)
      alarm(`${who}-gone`, {
        metricName: "HealthyHostCount",
        dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: targets.arnSuffix },
        statistic: "Minimum",
        comparisonOperator: "LessThanThreshold",
        threshold: 1,
        evaluationPeriods: 2,
        treatMissingData: "breaching",
        alarmDescription: `No task of ${who} has been ready for two minutes.`,
      });
    // Of the web app alone: the API's streams take as long as they are read.
    alarm("slow", {
      metricName: "TargetResponseTime",
      dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: balancer.webTargets.arnSuffix },
      extendedStatistic: "p95",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 2,
      evaluationPeriods: 5,
      alarmDescription: "One page in twenty has taken more than two seconds, for five minutes.",
    });
    this.registerOutputs();
  }
}
