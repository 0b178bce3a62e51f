import type { z } from "zod";
import type { AuditAction, auditDetails, Cause } from "../audit/audit-events.ts";
import type { Actor, Permission } from "../identity/actor.ts";
import type { RegistryChange } from "../models/registry/registry.ts";
import type { Transaction } from "../platform/database.ts";
import type { Services } from "./services.ts";

/** Who acts, why, and with what. A door makes one for each request. */
export interface Scope {
  actor: Actor;
  cause: Cause;
  services: Services;
}

/** A condition that must hold before a plan may run. */
export interface Gate {
  name: string;
  passed: boolean;
  /** A sentence: what was compared, and how it came out. */
  detail: string;
}

/** What would change, and what it rests on. Made under the locks under which it runs. */
export interface Plan {
  /** Sentences for a person, in the future tense. */
  effects: string[];
  gates: Gate[];
  /** The facts that the plan rests on: when one of them moved, the plan's digest is another. */
  basis: Record<string, unknown>;
}

export interface Done<Name extends AuditAction, Result> {
  /** Plain JSON: kept by the idempotency key, and returned again to whoever repeats the act. */
  result: Result;
  /** With an action's name where another thing was done than the one asked for: a proposal in place of a promotion. */
  /** What it did to the registry, in order: an MLflow server that is the registry is told of it before the commit. */
  registry?: readonly RegistryChange[];
  audit: Audited<Name> | { [Other in AuditAction]: Audited<Other> & { action: Other } }[AuditAction];
}

interface Audited<Name extends AuditAction> {
  summary: string;
  details: z.input<(typeof auditDetails)[Name]>;
  /** When it is another than the input's: a run's model, say. */
  subject?: string;
  version?: number;
  before?: unknown;
  after?: unknown;
}

/** An act that changes something. */
export interface WriteAction<Name extends AuditAction, Input, ActPlan extends Plan, Result, Prepared = unknown> {
  kind: "write";
  name: Name;
  /** For people: what a button would say. */
  title: string;
  /** For people and language models: what it does. */
  description: string;
  /** A destructive act changes what answers predictions, or removes: a chat asks for a confirmation before it. */
  risk: "write" | "destructive";
  permission: Permission;
  input: z.ZodType<Input>;
  subject(input: Input): { subject: string; version?: number };
  /** What of an input may stand in the audit log when the act is refused or fails; all of it unless said. */
  auditable?(rawInput: unknown): unknown;
  /**
   * The model of the registry that it is about: looked at anew where others may have changed it. An act that only names it by something
   * else answers with that.
   */
  model?(input: Input, services: Services): string | null | Promise<string | null>;
  /**
   * What takes long and holds nothing: done before the transaction begins, which has little time. What it rests on may be another by the
   * time of the plan, which has to look again. @throws {DomainError} when it can't be done at all
   */
  prepare?(input: Input, scope: Scope): Promise<Prepared>;
  /** Reads, locks, and says what would change. @throws {DomainError} when it can't be done at all */
  plan(tx: Transaction, input: Input, scope: Scope, prepared: Prepared): Promise<ActPlan>;
  /** Does it, in the transaction of the plan. `digest` is the plan's. */
  execute(tx: Transaction, input: Input, plan: ActPlan, scope: Scope, digest: string): Promise<Done<Name, Result>>;
  /**
   * After the commit, in this process: drops caches that must not be stale for the caller's next request, and deletes what is needed
   * no more. The act is done: it must not throw.
   */
  afterCommit?(result: Result, scope: Scope): void | Promise<void>;
}

/** An act that changes nothing. */
export interface ReadAction<Name extends string, Input, Result> {
  kind: "read";
  name: Name;
  title: string;
  description: string;
  risk: "read";
  permission: Permission;
  input: z.ZodType<Input>;
  read(scope: Scope, input: Input): Promise<Result>;
}

type Definition<T extends { kind: string }> = Omit<T, "kind">;

export function defineWrite<Name extends AuditAction, Input, ActPlan extends Plan, Result, Prepared = unknown>(
  definition: Definition<WriteAction<Name, Input, ActPlan, Result, Prepared>>,
): WriteAction<Name, Input, ActPlan, Result, Prepared> {
  return { kind: "write", ...definition };
}

export function defineRead<Name extends string, Input, Result>(
  definition: Omit<ReadAction<Name, Input, Result>, "kind" | "risk">,
): ReadAction<Name, Input, Result> {
  return { kind: "read", risk: "read", ...definition };
}
