import type { Role } from "./roles.ts";

/** What an actor may do: a noun and how. Actions name the one that they need. */
export const permissions = [
  "models:read",
  "models:write",
  "models:remove",
  "models:policy",
  "models:approve",
  "training:read",
  "training:write",
  "predictions:make",
  "tracking:read",
  "tracking:write",
  "audit:read",
  "webhooks:manage",
  "chat:use",
] as const;
export type Permission = (typeof permissions)[number];

/** Who acts. One stands on every act. */
export interface Actor {
  id: string;
  name: string;
  permissions: ReadonlySet<Permission>;
  /** What that is called; absent where it is no role's. */
  role?: Role | null;
}

/** The person at this machine: the one actor of an installation without sign-in. */
export const localOwner: Actor = {
  id: "local-owner",
  name: "local owner",
  role: "OWNER",
  permissions: new Set(permissions),
};

/** The service itself: recovers runs and turns whose process died. */
export const system: Actor = { id: "system", name: "Modelwright", permissions: new Set(permissions) };
