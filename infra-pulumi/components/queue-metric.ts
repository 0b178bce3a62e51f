import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

/** The property of the API's log lines that says how many trainings are queued or running. */
export const QUEUE_PROPERTY = "trainingQueueDepth";

/** How many trainings are unfinished, read from the API's log: the queue is in the database, where CloudWatch can't look. */
export class QueueMetric extends pulumi.ComponentResource {
  readonly namespace: string;
  readonly metricName = "UnfinishedTrainings";

  constructor(name: string, args: { logGroupName: pulumi.Input<string> }, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:QueueMetric", name, {}, opts);
    this.namespace = named();
    new aws.cloudwatch.LogMetricFilter(
      name,
      {
        logGroupName: args.logGroupName,
        pattern: `{ $.${QUEUE_PROPERTY} >= 0 }`,
        metricTransformation: {
          namespace: this.namespace,
          name: this.metricName,
          value: `$.${QUEUE_PROPERTY}`,
        },
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}
