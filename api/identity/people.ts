import { isDeepStrictEqual } from "node:util";
import type { Database } from "../platform/database.ts";
import { type Actor, localOwner } from "./actor.ts";
import { type Identity, permissionsOf, type RoleRules, roleOf } from "./roles.ts";

/** Who acts here, by what is known of them. */
export interface People {
  /** The actor of a request. What is known of them is written down when it is new: what they ask for may outlive the request. */
  meet(identity: Identity): Promise<Actor>;
  /** The actor of something that was asked for earlier, perhaps in another process, with what they may do by today's rules. */
  find(id: string): Promise<Actor>;
}

/** @param rules absent: nobody signs in, and there is the local owner alone */
export function openPeople(database: Database, rules: RoleRules | undefined): People {
  const actorOf = (identity: Identity): Actor => {
    const role = rules ? roleOf(identity, rules) : null;
    return { id: identity.id, name: identity.name, role, permissions: permissionsOf(identity, role) };
  };
  const read = (id: string) =>
    database.person.findUnique({ where: { id }, select: { id: true, name: true, email: true, groups: true } });
  return {
    async meet({ id, name, email, groups }) {
      const now = { id, name, email, groups: [...groups] };
      if (!isDeepStrictEqual({ ...(await read(id)) }, now))
        await database.person.upsert({ where: { id }, create: now, update: now });
      return actorOf(now);
    },
    async find(id) {
      if (id === localOwner.id && !rules) return localOwner;
      const person = await read(id);
      return person ? actorOf(person) : { id, name: id, permissions: new Set() };
    },
  };
}
