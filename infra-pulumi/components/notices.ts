import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { account, document } from "./policy-document.ts";

export interface NoticesArgs {
  keyArn: pulumi.Input<string>;
  email?: string | undefined;
}

/** Where alarms and the budget tell of trouble. */
export class Notices extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, { keyArn, email }: NoticesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Notices", name, {}, opts);
    const topic = new aws.sns.Topic(name, { kmsMasterKeyId: keyArn }, { parent: this });
    const policy = new aws.sns.TopicPolicy(
      name,
      {
        arn: topic.arn,
        policy: document([
          {
            Effect: "Allow",
            Principal: { Service: ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] },
            Action: "sns:Publish",
            Resource: topic.arn,
            Condition: { StringEquals: { "aws:SourceAccount": account() } },
          },
        ]),
      },
      { parent: this },
    );
    if (email)
      new aws.sns.TopicSubscription(name, { topic: topic.arn, protocol: "email", endpoint: email }, { parent: this });
    // A budget is refused while it may not write to its topic.
    this.topicArn = pulumi.all([topic.arn, policy.id]).apply(([arn]) => arn);
    this.registerOutputs({ topicArn: this.topicArn });
  }
}
