import type { Model, ModelVersion } from "../../../prisma/client/client.ts";
import type { Gate } from "../../actions/define-action.ts";
import type { Transaction } from "../../platform/database.ts";
import { decidingMetric, holdoutValue, isBetter, type MetricName, metricKinds } from "../definitions/metric-kinds.ts";
import { type Metric, metricSchema } from "../metric.ts";
import { findTrained, type MeasureContext, measureBoth, measureHoldout } from "./measure.ts";
import type { Policy } from "./policy.ts";

/** ONNX counts in single precision, and a rank may swap with its neighbour for it. */
const parityTolerance = 1e-3;

/** What the policy's gates rest on. Measured before anything is locked, since it takes reading files and data. */
export interface Measured {
  /** Of which versions and which policy: another one by the time of the locks has to be measured again. */
  of: string;
  gates: Gate[];
}

export interface Considered {
  model: Model;
  target: ModelVersion;
  production: ModelVersion | null;
  policy: Policy;
}

/** Looks at everything that the policy asks for. @param earlier taken over when it was made of the same */
export async function policyGatesOf(
  tx: Transaction,
  considered: Considered,
  context: Pick<MeasureContext, "artifacts">,
  earlier?: Measured,
): Promise<Measured> {
  const { model, target, production, policy } = considered;
  const of = [target.id, target.artifactSha256, target.description.trim() !== "", production?.id, policy.revision].join(
    " ",
  );
  if (earlier?.of === of) return earlier;
  const measuring = { ...context, model };
  const gates: Gate[] = [];
  const { notWorse, metrics, parity, description } = policy.gates;
  if (notWorse) gates.push(await notWorseGate(tx, considered, { ...measuring, ...notWorse }));
  gates.push(...metrics.map((bound) => boundGate(target, bound)));
  if (parity) gates.push(await parityGate(tx, target, measuring));
  if (description) gates.push(descriptionGate(model, target));
  return { of, gates };
}

async function notWorseGate(
  tx: Transaction,
  { model, target, production }: Considered,
  { metric: named, tolerance, ...context }: MeasureContext & { metric?: MetricName | undefined; tolerance: number },
): Promise<Gate> {
  const metric = named ?? decidingMetric[model.task];
  const gate = (passed: boolean, detail: string): Gate => ({ name: "not worse", passed, detail });
  if (!production || production.id === target.id) {
    return gate(
      true,
      `No other version of ${model.name} is in production, so version ${target.version} is worse than none.`,
    );
  }
  const [candidate, current] = [await findTrained(tx, target.id), await findTrained(tx, production.id)];
  const compared = await measureBoth(context, candidate, current);
  const versions = `version ${target.version} and version ${production.version}, which is in production,`;
  if ("problem" in compared)
    return gate(false, `It can't be told which of ${versions} is better: ${compared.problem}.`);
  const [mine, theirs] = [holdoutValue(compared.candidate, metric), holdoutValue(compared.production, metric)];
  const { title, better } = metricKinds[metric];
  if (mine === null || theirs === null) {
    return gate(false, `It can't be told which of ${versions} is better: ${title} can't be measured for this model.`);
  }
  const allowed = better === "HIGHER" ? theirs - tolerance : theirs + tolerance;
  const passed = !isBetter(metric, allowed, mine);
  const figures = `${title} ${short(mine)} against ${short(theirs)} on the ${compared.rows} rows that both held out`;
  const leeway = tolerance > 0 ? `, of which ${tolerance} worse is allowed` : "";
  return gate(
    passed,
    passed
      ? `Version ${target.version} is not worse than version ${production.version}, which is in production: ${figures}${leeway}.`
      : `Version ${target.version} is worse than version ${production.version}, which is in production: ${figures}${leeway}.`,
  );
}

function boundGate(
  { version, metrics }: ModelVersion,
  { name, atLeast, atMost }: Policy["gates"]["metrics"][number],
): Gate {
  const value = holdoutValue(metricSchema.array().parse(metrics), name);
  const passed =
    value !== null && (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  const wanted = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(" and ");
  const found = value === null ? "was not measured" : `is ${short(value)}`;
  return {
    name: `metric ${name}`,
    passed,
    detail: `The ${name} of version ${version} ${found}; it must be ${wanted}.`,
  };
}

async function parityGate(tx: Transaction, target: ModelVersion, context: MeasureContext): Promise<Gate> {
  const gate = (passed: boolean, detail: string): Gate => ({ name: "parity", passed, detail });
  const measured = await measureHoldout(context, await findTrained(tx, target.id));
  if ("problem" in measured) {
    return gate(false, `The file of version ${target.version} can't be run on the rows held out: ${measured.problem}.`);
  }
  const registered = metricSchema.array().parse(target.metrics);
  const largest = Math.max(...measured.metrics.map((metric) => distance(metric, registered)));
  return largest <= parityTolerance
    ? gate(
        true,
        `The file of version ${target.version}, run anew on the ${measured.rows} rows held out, gives the metrics that were registered.`,
      )
    : gate(
        false,
        `The file of version ${target.version}, run anew on the ${measured.rows} rows held out, gives other metrics than were registered.`,
      );
}

function distance({ name, value }: Metric, registered: readonly Metric[]): number {
  const other = holdoutValue(registered, name);
  return other === null ? Number.POSITIVE_INFINITY : Math.abs(value - other) / Math.max(1, Math.abs(other));
}

function descriptionGate({ name }: Model, { version, description }: ModelVersion): Gate {
  const passed = description.trim() !== "";
  return {
    name: "description",
    passed,
    detail: passed
      ? `Version ${version} has a description.`
      : `Version ${version} of ${name} has no description. Write one first: what it is for, and what it is not for.`,
  };
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}
