import { type Permission, permissions } from "./actor.ts";

/** What people are trusted with, the least first: each may what the ones before it may. */
export const roles = ["VIEWER", "EDITOR", "APPROVER", "OWNER"] as const;
export type Role = (typeof roles)[number];

/** Who has which role. Who is named nowhere has the default one; with several the greatest counts. */
export interface RoleRules {
  /** Addresses; `id:`, `group:` and `machine:` with the name of one. */
  members: Readonly<Record<Role, readonly string[]>>;
  /** Null: whoever is named nowhere may do nothing. */
  byDefault: Role | null;
}

/** Who asks, as whoever signs people in tells it. */
export interface Identity {
  /** Stays when names and addresses change. */
  id: string;
  name: string;
  /** In small letters; only when who signs people in vouches for it. */
  email: string | null;
  groups: readonly string[];
}

/** What a program's id begins with, and no person's may. */
export const machinePrefix = "machine:";

const added: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER: ["models:read", "training:read", "tracking:read", "audit:read", "predictions:make", "chat:use"],
  EDITOR: ["models:write", "training:write", "tracking:write"],
  APPROVER: ["models:approve"],
  OWNER: permissions,
};

export function roleOf({ id, email, groups }: Identity, { members, byDefault }: RoleRules): Role | null {
  // A person's id counts only where it is called one: it may read as another's address.
  const names = new Set([
    isMachine(id) ? id : `id:${id}`,
    ...(email === null ? [] : [email]),
    ...groups.map((group) => `group:${group}`),
  ]);
  const named = roles.findLast((role) => members[role].some((member) => names.has(member)));
  // A key is made for something; what for has to be said.
  return named ?? (isMachine(id) ? null : byDefault);
}

/** A program is no second person, whatever its role. */
export function permissionsOf({ id }: Pick<Identity, "id">, role: Role | null): ReadonlySet<Permission> {
  const granted = roles.slice(0, role === null ? 0 : roles.indexOf(role) + 1).flatMap((each) => added[each]);
  return new Set(isMachine(id) ? granted.filter((each) => each !== "models:approve") : granted);
}

function isMachine(id: string): boolean {
  return id.startsWith(machinePrefix);
}
