import * as pulumi from "@pulumi/pulumi";
import { account, region, type Statement } from "./policy-document.ts";

/** A profile's name is a model's with the part of the world before it that may answer. */
const PROFILE = /^(us|eu|apac|jp|au|us-gov|global)\./;

/** The right to call the models that are named, and no others. */
export function mayCallModels(models: string[]): Statement[] {
  if (models.length === 0) return [];
  return [
    {
      actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
      resources: models.flatMap((model) =>
        PROFILE.test(model)
          ? [
              pulumi.interpolate`arn:aws:bedrock:${region()}:${account()}:inference-profile/${model}`,
              // A profile sends the call to whichever of its regions is free.
              `arn:aws:bedrock:*::foundation-model/${model.replace(PROFILE, "")}`,
            ]
          : [pulumi.interpolate`arn:aws:bedrock:${region()}::foundation-model/${model}`],
      ),
    },
  ];
}
