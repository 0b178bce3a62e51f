import { localOwner, system } from "../../identity/actor.ts";
import { type Identity, machinePrefix } from "../../identity/roles.ts";
import { UnauthenticatedError } from "../../platform/errors.ts";

/** Ids and names that are ours: nobody who signs in is taken for one of them. */
const ours = new Set([localOwner, system].flatMap(({ id, name }) => [id, name.toLowerCase()]));
const address = /^[^\s@:,"]+@[^\s@:,"]+$/;

/**
 * A person, as a front tells of them. They are called by the address that the front vouches for, which others know them by; a name that
 * they chose themselves could be another's.
 * @throws {UnauthenticatedError} an id that can't be one
 */
export function personOf({ id, email, groups }: Omit<Identity, "name">): Identity {
  const known = email?.trim().toLowerCase() ?? "";
  if (!/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(id) || ours.has(id.toLowerCase()) || id.startsWith(machinePrefix)) {
    throw new UnauthenticatedError("Whoever signs people in named you in a way that can't be used here.");
  }
  const vouched = known.length <= 320 && address.test(known) ? known : null;
  return { id, name: vouched ?? id, email: vouched, groups: [...new Set(groups)].toSorted().slice(0, 500) };
}
