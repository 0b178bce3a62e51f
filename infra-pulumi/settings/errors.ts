import { RunError } from "@pulumi/pulumi";

/** Settings that can't be used; Pulumi shows its message without a stack trace. */
export class SettingsError extends RunError {
  override name = "SettingsError";

  constructor(reasons: readonly string[]) {
    super(`These settings can't be used:\n${reasons.map((reason) => `- ${reason}`).join("\n")}`);
  }
}
