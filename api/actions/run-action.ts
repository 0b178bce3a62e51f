import { appendAudit } from "../audit/append-audit.ts";
import type { AuditAction, AuditEntry } from "../audit/audit-events.ts";
import { holdTurn } from "../chat/stopped-turn.ts";
import type { Prisma, Transaction } from "../platform/database.ts";
import { DomainError, ForbiddenError, GatesFailedError, StalePlanError } from "../platform/errors.ts";
import { parseInput } from "../platform/parse-input.ts";
import { measured } from "../platform/telemetry.ts";
import type { Plan, ReadAction, Scope, WriteAction } from "./define-action.ts";
import { planDigest } from "./plan-digest.ts";

/** What a person approved: exactly this plan, until then. */
export interface Approval {
  digest: string;
  expiresAt: Date;
}

export interface RunOptions {
  /** Runs only if the plan made now has this digest. */
  approval?: Approval;
  /** The same key runs once: later calls return the first result. */
  idempotencyKey?: string;
}

const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

/**
 * Says what an act would change, without doing it.
 * @throws {DomainError} when it can't be done (not found, conflict, a gate that does not hold, forbidden, invalid input)
 */
export async function planAction<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  rawInput: unknown,
  scope: Scope,
  expiresAt: Date,
): Promise<{ input: Input; plan: ActPlan; digest: string }> {
  return audited(action, rawInput, scope, async () => {
    authorize(action, scope);
    const input = parseInput(action.input, rawInput);
    await lookAnew(action, input, scope);
    const prepared = await action.prepare?.(input, scope);
    const plan = await scope.services.database.$transaction(
      (tx) => action.plan(tx, input, scope, prepared),
      transactionOptions,
    );
    requireGates(plan);
    return { input, plan, digest: planDigest(action.name, input, plan, expiresAt) };
  });
}

/**
 * Does an act: permission, input, plan, gates, change, audit event and idempotency key, all in one transaction. What is refused or
 * fails is audited too, in a transaction of its own.
 * @throws {DomainError} when it is refused; nothing was changed then
 */
export async function runAction<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  rawInput: unknown,
  scope: Scope,
  options: RunOptions = {},
): Promise<Result> {
  return told(action.name, async () => {
    const result = await audited(action, rawInput, scope, async () => {
      authorize(action, scope);
      const input = parseInput(action.input, rawInput);
      await lookAnew(action, input, scope);
      const prepared = await action.prepare?.(input, scope);
      return scope.services.database.$transaction(
        (tx) => runInTransaction(tx, action, { input, prepared }, scope, options),
        transactionOptions,
      );
    });
    await action.afterCommit?.(result, scope);
    return result;
  });
}

/** Others may have changed the model where it is kept. @throws {UnavailableError} when that can't be seen */
async function lookAnew<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  input: Input,
  { services }: Scope,
): Promise<void> {
  const model = await action.model?.(input, services);
  if (model) await services.registry.refresh(model);
}

/** Does what an action does, in a span of its own; a refusal is told apart from a fault. */
function told<T>(name: string, act: () => Promise<T>): Promise<T> {
  const about = { span: `action ${name}`, metric: "modelwright.action.duration", attributes: { action: name } };
  return measured(about, act, (error) => (error instanceof DomainError ? error.code : "FAULT"));
}

async function runInTransaction<Name extends AuditAction, Input, ActPlan extends Plan, Result>(
  tx: Transaction,
  action: WriteAction<Name, Input, ActPlan, Result>,
  { input, prepared }: { input: Input; prepared: unknown },
  scope: Scope,
  { approval, idempotencyKey }: RunOptions,
): Promise<Result> {
  if (idempotencyKey) {
    // Two runs of one key wait for each other here; the second finds the first one's result.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${idempotencyKey}, 0))`;
    const earlier = await tx.effect.findUnique({ where: { key: idempotencyKey } });
    if (earlier) return earlier.result as Result;
  }
  await holdTurn(tx, scope.cause);
  if (approval && approval.expiresAt <= scope.services.clock.now()) {
    throw new StalePlanError("The confirmation came too late: it has expired. Nothing was changed; ask again.");
  }
  const plan = await action.plan(tx, input, scope, prepared);
  // Before the digest: which gate holds no more says more than that something changed.
  requireGates(plan);
  const digest = planDigest(action.name, input, plan, approval?.expiresAt ?? null);
  if (approval && approval.digest !== digest) {
    throw new StalePlanError("Something changed since the plan was shown, so nothing was done.");
  }
  const done = await action.execute(tx, input, plan, scope, digest);
  if (done.registry) await scope.services.registry.write(done.registry);
  if (idempotencyKey) {
    const result = done.result as Prisma.InputJsonValue;
    await tx.effect.create({ data: { key: idempotencyKey, action: action.name, result } });
  }
  const entry = {
    action: action.name,
    outcome: "DONE",
    actor: scope.actor,
    ...action.subject(input),
    ...done.audit,
    cause: scope.cause,
  };
  await appendAudit(tx, entry as AuditEntry);
  return done.result;
}

/** @throws {GatesFailedError} naming each gate that does not hold, with all of them */
export function requireGates({ gates }: Plan): void {
  const failed = gates.filter((gate) => !gate.passed);
  if (failed.length > 0) throw new GatesFailedError(failed.map((gate) => gate.detail).join(" "), gates);
}

/** Reads. @throws {DomainError} when it is refused */
export async function runRead<Name extends string, Input, Result>(
  action: ReadAction<Name, Input, Result>,
  rawInput: unknown,
  scope: Scope,
): Promise<Result> {
  return told(action.name, async () => {
    authorize(action, scope);
    return action.read(scope, parseInput(action.input, rawInput));
  });
}

function authorize(
  action: { title: string; permission: Scope["actor"]["permissions"] extends ReadonlySet<infer P> ? P : never },
  scope: Scope,
): void {
  if (!scope.actor.permissions.has(action.permission)) {
    throw new ForbiddenError(
      `${scope.actor.name} may not do this (${action.title}): it needs the permission ${action.permission}.`,
    );
  }
}

/** Runs `act`; what is refused or fails leaves an audit event. */
async function audited<Name extends AuditAction, Input, ActPlan extends Plan, Result, T>(
  action: WriteAction<Name, Input, ActPlan, Result>,
  rawInput: unknown,
  scope: Scope,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const refused = error instanceof DomainError;
    const parsed = action.input.safeParse(rawInput);
    const about = parsed.success ? action.subject(parsed.data) : { subject: namedSubject(rawInput) };
    await scope.services.database.$transaction((tx) =>
      appendAudit(tx, {
        action: action.name,
        outcome: refused ? "REFUSED" : "FAILED",
        actor: scope.actor,
        ...about,
        summary: refused ? `Refused: ${error.message}` : "Failed by a fault of the service.",
        details: {
          code: refused ? error.code : "FAULT",
          reason: refused ? error.message : "A fault; see the log.",
          input: action.auditable ? action.auditable(rawInput) : rawInput,
        },
        cause: scope.cause,
      }),
    );
    throw error;
  }
}

/** What an unreadable input was about, as far as it says so. */
function namedSubject(rawInput: unknown): string {
  if (rawInput === null || typeof rawInput !== "object") return "?";
  const named = rawInput as { model?: unknown; name?: unknown; runId?: unknown };
  const subject = named.model ?? named.name ?? named.runId;
  return typeof subject === "string" && subject ? subject : "?";
}
