import type { Rule } from "../rule.ts";
import { encryptionEverywhere } from "./encryption.ts";
import { hardenedTasks } from "./hardened-tasks.ts";
import { noDefaultSecurityGroup } from "./no-default-security-group.ts";
import { noPlainTextSecret } from "./no-plain-text-secret.ts";
import { noWayPastTheSignIn } from "./no-way-past-the-sign-in.ts";
import { noWildcardRights } from "./no-wildcard-rights.ts";
import { nothingPublic } from "./nothing-public.ts";
import { tagged } from "./tagged.ts";

export const rules: readonly Rule[] = [
  nothingPublic,
  noPlainTextSecret,
  encryptionEverywhere,
  noWildcardRights,
  noWayPastTheSignIn,
  tagged,
  noDefaultSecurityGroup,
  hardenedTasks,
];
