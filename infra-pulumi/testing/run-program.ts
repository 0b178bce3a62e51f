import * as pulumi from "@pulumi/pulumi";
import { ACCOUNT, answerOf, outputsOf, REGION } from "./fake-cloud.ts";

export type Layer = "base" | "app";

/** A resource as the program asked for it. */
export interface Made {
  type: string;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties of any resource; what reads them knows which.
  inputs: Record<string, any>;
  id: string;
  outputs: Record<string, unknown>;
  /** The names of the components around it, outermost first. */
  path: string[];
}

export interface ProgramRun {
  made: Made[];
  outputs: Record<string, unknown>;
}

let runs = 0;

/**
 * Runs a layer's index.ts with a made-up cloud. The app's base is the base's own outputs for the same stack.
 * @throws what the program throws
 */
export async function runProgram(
  layer: Layer,
  stack: string,
  settings: Record<string, string> = {},
  baseSettings: Record<string, string> = {},
): Promise<ProgramRun> {
  const base = layer === "app" ? (await runProgram("base", stack, baseSettings)).outputs : {};
  const project = `modelwright-${layer}`;
  const made: Made[] = [];
  const paths = new Map<string, string[]>();
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...inputs, outputs: base } };
        const { id, outputs } = outputsOf(type, name, inputs);
        if (type.startsWith("aws:"))
          made.push({ type, name, inputs, id, outputs, path: paths.get(`${type} ${name}`) ?? [] });
        return { id, state: outputs };
      },
      call: ({ token, inputs }) => answerOf(token, inputs),
    },
    project,
    stack,
    false,
    "organization",
  );
  pulumi.runtime.setAllConfig({
    "aws:region": REGION,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${project}:${name}`, value])),
  });
  // The program is a module that runs when it is imported, so each run needs a module of its own.
  runs += 1;
  const program = new URL(`../${layer}/index.ts?run=${runs}`, import.meta.url).href;
  let failure: { error: unknown } | undefined;
  const outputs = await pulumi.runtime.runInPulumiStack(async () => {
    pulumi.runtime.registerStackTransformation(({ type, name, resource, opts }) => {
      paths.set(`${type} ${name}`, pathTo(opts.parent));
      named.set(resource, [...pathTo(opts.parent), name]);
      return undefined;
    });
    // Thrown through the stack it would be reported a second time, to nobody.
    return import(program).then(
      (exports) => ({ ...exports }),
      (error) => {
        failure = { error };
        return {};
      },
    );
  });
  const values = (await plain(outputs)) as Record<string, unknown>;
  // A program ends with its last registration, not with its last line.
  await pulumi.runtime.disconnect();
  if (failure) throw failure.error;
  return { made, outputs: values };
}

const named = new WeakMap<pulumi.Resource, string[]>();

function pathTo(parent: pulumi.Resource | undefined): string[] {
  return parent === undefined ? [] : (named.get(parent) ?? []);
}

function plain(outputs: unknown): Promise<unknown> {
  return (pulumi.output(outputs) as unknown as { promise(): Promise<unknown> }).promise();
}

export { ACCOUNT, REGION };
