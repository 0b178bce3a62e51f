import type { Environment } from "../../environment.ts";
import { type Identity, machinePrefix } from "../../identity/roles.ts";
import { sameSecret } from "./same-secret.ts";

/** Programs that have a key of their own, and can't sign in as a person does. */
export function machinesBy(machines: NonNullable<Environment["signIn"]>["machines"]) {
  const known = machines.map(({ name, key }) => ({ name, isKey: sameSecret(key) }));
  /** @returns who sent it; null when it is no program's key: then it may be a person's, which is not ours to read */
  return (authorization: string | undefined): Identity | null => {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    const machine = key === undefined ? undefined : known.find(({ isKey }) => isKey(key));
    return machine ? { id: `${machinePrefix}${machine.name}`, name: machine.name, email: null, groups: [] } : null;
  };
}
