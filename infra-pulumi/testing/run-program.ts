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
  urn: string;
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
  const places = new Map<string, Pick<Made, "path" | "urn">>();
  const placeOf = (resource: string) => {
    const place = places.get(resource);
    if (!place) throw new Error(`${resource} was made by nobody`);
    return place;
  };
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...inputs, outputs: base } };
        const { id, outputs } = outputsOf(type, name, inputs);
        if (type.startsWith("aws:")) made.push({ type, name, inputs, id, outputs, ...placeOf(`${type} ${name}`) });
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
      const parent = opts.parent ? known.get(opts.parent) : undefined;
      const self = { path: [...(parent?.path ?? []), name], type: parent ? `${parent.type}$${type}` : type };
      known.set(resource, self);
      places.set(`${type} ${name}`, {
        path: parent?.path ?? [],
        urn: `urn:pulumi:${stack}::${project}::${self.type}::${name}`,
      });
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

const known = new WeakMap<pulumi.Resource, { path: string[]; type: string }>();

function plain(outputs: unknown): Promise<unknown> {
  return (pulumi.output(outputs) as unknown as { promise(): Promise<unknown> }).promise();
}

export { ACCOUNT, REGION };
