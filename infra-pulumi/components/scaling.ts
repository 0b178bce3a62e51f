import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { TaskCount } from "../settings/kinds.ts";

/** By what the number of tasks follows the work. */
export type Scaling = { by: "CPU" } | { by: "QUEUE"; metric: { namespace: string; metricName: string } };

interface Scaled {
  cluster: aws.ecs.Cluster;
  service: aws.ecs.Service;
  tasks: TaskCount;
  scaling: Scaling;
  parent: pulumi.Resource;
}

/** From this many unfinished trainings on, as many workers as there may be. */
const CROWD = 4;
/** Minutes without a training before workers end: starting one takes about a minute, so short pauses are waited out. */
const QUIET_MINUTES = 10;

export function scale(name: string, { cluster, service, tasks, scaling, parent }: Scaled): void {
  const target = new aws.appautoscaling.Target(
    name,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
      minCapacity: tasks.least,
      maxCapacity: tasks.most,
    },
    { parent },
  );
  if (scaling.by === "CPU") byCpu(name, target);
  else byQueue(name, target, tasks, scaling);
}

function of(target: aws.appautoscaling.Target) {
  return {
    serviceNamespace: target.serviceNamespace,
    scalableDimension: target.scalableDimension,
    resourceId: target.resourceId,
  };
}

function byCpu(name: string, target: aws.appautoscaling.Target): void {
  new aws.appautoscaling.Policy(
    `${name}-cpu`,
    {
      ...of(target),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        targetValue: 60,
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
      },
    },
    { parent: target },
  );
}

/**
 * Exact numbers and not steps up and down, since a worker must not be taken away under a training: fewer than the most come back
 * only when nothing is unfinished.
 */
function byQueue(
  name: string,
  target: aws.appautoscaling.Target,
  { least, most }: TaskCount,
  { metric: { namespace, metricName } }: Extract<Scaling, { by: "QUEUE" }>,
): void {
  const policy = (
    what: string,
    stepAdjustments: aws.types.input.appautoscaling.PolicyStepScalingPolicyConfigurationStepAdjustment[],
  ) =>
    new aws.appautoscaling.Policy(
      `${name}-${what}`,
      {
        ...of(target),
        policyType: "StepScaling",
        stepScalingPolicyConfiguration: {
          adjustmentType: "ExactCapacity",
          metricAggregationType: "Maximum",
          cooldown: 60,
          stepAdjustments,
        },
      },
      { parent: target },
    );
  const metric = { namespace, metricName, statistic: "Maximum", period: 60 };
  const busy = policy("busy", [
    {
      metricIntervalLowerBound: "0",
      metricIntervalUpperBound: String(CROWD - 1),
      scalingAdjustment: Math.max(1, least),
    },
    { metricIntervalLowerBound: String(CROWD - 1), scalingAdjustment: most },
  ]);
  new aws.cloudwatch.MetricAlarm(
    `${name}-busy`,
    {
      ...metric,
      alarmDescription: "Trainings are unfinished: there must be a worker.",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      evaluationPeriods: 1,
      alarmActions: [busy.arn],
    },
    { parent: target },
  );
  const quiet = policy("quiet", [{ metricIntervalUpperBound: "0", scalingAdjustment: least }]);
  new aws.cloudwatch.MetricAlarm(
    `${name}-quiet`,
    {
      ...metric,
      alarmDescription: "Nothing has been queued or in training for a while: workers may go.",
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: QUIET_MINUTES,
      // Silence is not quiet: while nobody tells of the queue, workers stay.
      treatMissingData: "ignore",
      alarmActions: [quiet.arn],
    },
    { parent: target },
  );
}
