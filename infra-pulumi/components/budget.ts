import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

export interface BudgetArgs {
  usd: number;
  topicArn: pulumi.Input<string>;
}

/** What the stack may cost a month, counted by its tag: told at 80 %, and when the month is likely to end above it. */
export class Budget extends pulumi.ComponentResource {
  constructor(name: string, { usd, topicArn }: BudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Budget", name, {}, opts);
    const notice = (notificationType: string, threshold: number) => ({
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
      subscriberSnsTopicArns: [topicArn],
    });
    new aws.budgets.Budget(
      name,
      {
        name: named(),
        budgetType: "COST",
        limitAmount: String(usd),
        limitUnit: "USD",
        timeUnit: "MONTHLY",
        costFilters: [{ name: "TagKeyValue", values: [`user:stack$${pulumi.getStack()}`] }],
        notifications: [notice("ACTUAL", 80), notice("FORECASTED", 100)],
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}
