import { getStack } from "@pulumi/pulumi";

/** What must be unique in an account, or is looked up by people, is named after the stack. */
export function named(name?: string): string {
  return name ? `modelwright-${getStack()}-${name}` : `modelwright-${getStack()}`;
}
