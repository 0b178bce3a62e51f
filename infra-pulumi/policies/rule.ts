/** A resource as a policy sees it. */
export interface Seen {
  type: string;
  name: string;
  /** It names the components around the resource. */
  urn: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties of any resource of any provider.
  props: Record<string, any>;
}

/** What must not be, and the sentences that say where it is. */
export interface Rule {
  name: string;
  description: string;
  /** Of one resource by itself. */
  check?: (resource: Seen) => string[];
  /** Of what is there, or missing, beside others. */
  checkStack?: (resources: Seen[]) => string[];
}

/** "rds/instance" of "aws:rds/instance:Instance". */
export function kindOf({ type }: { type: string }): string {
  return type.startsWith("aws:") ? (type.split(":")[1] ?? "") : type;
}

/** By this the engine knows a secret from another object. */
const SECRET = "4dabf18193072939515e22adb298388d";

/** A value, also of what is marked as a secret. */
export function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && SECRET in value && "value" in value ? value.value : value;
}

/** Keeps what is said of a resource when it is so. */
export function when(said: Record<string, boolean>): string[] {
  return Object.entries(said)
    .filter(([, so]) => so)
    .map(([sentence]) => sentence);
}

export interface PolicyStatement {
  Effect?: string;
  Principal?: unknown;
  Action?: string | string[];
  NotAction?: unknown;
  Resource?: string | string[];
  NotResource?: unknown;
  Condition?: unknown;
}

/** The statements of a policy's JSON that allow something. */
export function allowing(policy: unknown): PolicyStatement[] {
  if (policy === undefined || policy === null) return [];
  const { Statement } = typeof policy === "string" ? JSON.parse(policy) : (policy as { Statement: unknown });
  return ([Statement].flat() as PolicyStatement[]).filter(({ Effect }) => Effect === "Allow");
}

/** What the policies look at of a task's container. */
export interface Container {
  image?: string;
  command?: string[];
  user?: string;
  readonlyRootFilesystem?: boolean;
  privileged?: boolean;
  environment?: { name: string; value: unknown }[];
  logConfiguration?: unknown;
}

/** The containers of a task's definition. */
export function containersOf({ props }: Seen): Container[] {
  return typeof props.containerDefinitions === "string" ? JSON.parse(props.containerDefinitions) : [];
}

/** The names of resources of one kind in whose component there is none of another kind. */
export function unaccompanied(resources: Seen[], kind: string, companion: string): string[] {
  const component = ({ urn, type }: Seen) => urn.slice(0, urn.lastIndexOf(type));
  const accompanied = new Set(resources.filter((resource) => kindOf(resource) === companion).map(component));
  return resources
    .filter((resource) => kindOf(resource) === kind && !accompanied.has(component(resource)))
    .map(({ name }) => name);
}
