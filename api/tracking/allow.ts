import type { Scope } from "../actions/define-action.ts";
import type { Permission } from "../identity/actor.ts";
import { ForbiddenError } from "../platform/errors.ts";

/** @throws {ForbiddenError} when the actor may not */
export function allow({ actor }: Scope, permission: Permission): void {
  if (!actor.permissions.has(permission)) {
    throw new ForbiddenError(`${actor.name} may not do this: it needs the permission ${permission}.`);
  }
}
