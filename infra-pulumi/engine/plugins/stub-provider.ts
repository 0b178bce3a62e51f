/**
 * A provider in AWS's place for the engine: it keeps in a folder what it is asked to make, answers with made-up outputs, writes down
 * each call, and fails where it is told to. It knows nothing of AWS: what AWS would refuse, it takes.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import grpcProvider from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { answerOf, outputsOf } from "../../testing/fake-cloud.ts";
import { stubCloud } from "../environment.ts";
import { serve } from "./grpc-server.ts";

type Properties = Record<string, unknown>;

if (!stubCloud) throw new Error("STUB_CLOUD names no folder to keep resources in");
const cloud = stubCloud;
mkdirSync(join(cloud, "resources"), { recursive: true });

/** What AWS makes anew when it changes. */
const REPLACED_BY: Record<string, string[]> = {
  "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions", "cpu", "memory", "family"],
  "aws:lambda/invocation:Invocation": ["input"],
};

serve(grpcProvider.ResourceProviderService as never, {
  checkConfig: (request) => new provider.CheckResponse().setInputs(request.getNews()),
  diffConfig: () => new provider.DiffResponse().setChanges(provider.DiffResponse.DiffChanges.DIFF_NONE),
  configure: () => new provider.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true),
  getPluginInfo: () => new plugin.PluginInfo().setVersion("7.48.0"),
  getSchema: () => new provider.GetSchemaResponse().setSchema("{}"),
  cancel: () => new empty.Empty(),
  invoke: (request) =>
    new provider.InvokeResponse().setReturn(structOf(answerOf(request.getTok(), read(request.getArgs())))),
  check: (request) => new provider.CheckResponse().setInputs(request.getNews()),
  diff: (request) => diff(typeOf(request.getUrn()), read(request.getOldInputs()), read(request.getNews())),
  create: (request) => {
    const { type, name } = called("create", request.getUrn());
    const made = outputsOf(type, name, plain(read(request.getProperties())));
    const id = unused(type, made.id);
    const kept = { ...made.outputs, ...read(request.getProperties()) };
    keep(type, id, kept);
    return new provider.CreateResponse().setId(id).setProperties(structOf(kept));
  },
  update: (request) => {
    const { type, name } = called("update", request.getUrn());
    const { outputs } = outputsOf(type, name, plain(read(request.getNews())));
    const kept = { ...outputs, ...read(request.getNews()) };
    keep(type, request.getId(), kept);
    return new provider.UpdateResponse().setProperties(structOf(kept));
  },
  read: (request) => {
    const type = typeOf(request.getUrn());
    const file = fileOf(type, request.getId());
    // What is gone is answered without an id.
    if (!existsSync(file)) return new provider.ReadResponse();
    const kept = structOf(JSON.parse(readFileSync(file, "utf8")));
    return new provider.ReadResponse().setId(request.getId()).setProperties(kept).setInputs(request.getInputs());
  },
  delete: (request) => {
    const { type } = called("delete", request.getUrn());
    rmSync(fileOf(type, request.getId()), { force: true });
    return new empty.Empty();
  },
});

/** Writes the call down, or fails when it is told to. */
function called(act: string, urn: string): { type: string; name: string } {
  const type = typeOf(urn);
  const name = urn.split("::").at(-1) ?? "";
  const call = `${act} ${type} ${name}`;
  const failures = join(cloud, "failures.json");
  if (existsSync(failures) && JSON.parse(readFileSync(failures, "utf8")).includes(call)) {
    throw new Error(`The made-up cloud was told to fail at: ${call}`);
  }
  appendFileSync(join(cloud, "calls.log"), `${call}\n`);
  return { type, name };
}

function diff(type: string, olds: Properties, news: Properties) {
  const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
    (key) => !isDeepStrictEqual(olds[key], news[key]),
  );
  const { DIFF_SOME, DIFF_NONE } = provider.DiffResponse.DiffChanges;
  return new provider.DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(changed)
    .setReplacesList(changed.filter((key) => REPLACED_BY[type]?.includes(key)));
}

function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function fileOf(type: string, id: string): string {
  return join(cloud, "resources", `${encodeURIComponent(`${type} ${id}`)}.json`);
}

/** A replacement is there before what it replaces is gone, so it needs an id of its own. */
function unused(type: string, id: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}-${count}`;
    if (!existsSync(fileOf(type, candidate))) return candidate;
  }
}

function keep(type: string, id: string, properties: Properties): void {
  writeFileSync(fileOf(type, id), JSON.stringify(properties));
}

function read(properties: { toJavaScript(): Properties } | undefined): Properties {
  return properties?.toJavaScript() ?? {};
}

function structOf(properties: Properties) {
  return struct.Struct.fromJavaScript(properties as never);
}

/** A secret's value, of which a name or an ARN may be made. */
function plain(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const marked = value as { value?: unknown; "4dabf18193072939515e22adb298388d"?: string } | null;
      return [key, marked?.["4dabf18193072939515e22adb298388d"] ? marked.value : value];
    }),
  );
}
