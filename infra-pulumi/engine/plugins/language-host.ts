/**
 * Runs programs and policies in Node for the engine, in place of the language host that Pulumi ships as a binary: it starts the same
 * entry points of the SDK with the same arguments.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ServerWritableStream } from "@grpc/grpc-js";
import grpcLanguage from "@pulumi/pulumi/proto/language_grpc_pb.js";
import language from "@pulumi/pulumi/proto/language_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { inherited } from "../environment.ts";
import { serve } from "./grpc-server.ts";

type RunRequest = language.RunRequest;
type RunPluginRequest = language.RunPluginRequest;
type RunPluginResponse = language.RunPluginResponse;

/** What the SDK ends with when it has already told the user. */
const TOLD = 32;

const engineAddress = process.argv.at(-1) ?? "";

serve(
  grpcLanguage.LanguageRuntimeService as never,
  {
    handshake: () => new language.LanguageHandshakeResponse(),
    getPluginInfo: () => new plugin.PluginInfo().setVersion("1.0.0"),
    // The provider is found by the PATH; nothing is to be downloaded.
    getRequiredPackages: () => new language.GetRequiredPackagesResponse(),
    getRequiredPlugins: () => new language.GetRequiredPluginsResponse(),
    run,
    cancel: () => new empty.Empty(),
  },
  { runPlugin },
);

async function run(request: RunRequest): Promise<unknown> {
  const info = request.getInfo();
  const program = join(info?.getProgramDirectory() ?? request.getPwd(), info?.getEntryPoint() ?? request.getProgram());
  const options = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    "root-directory": info?.getRootDirectory() ?? request.getPwd(),
    parallel: String(request.getParallel()),
  };
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  if (request.getDryrun()) flags.push("--dry-run");
  const config = Object.fromEntries(request.getConfigMap().toObject());
  const child = startNode("@pulumi/pulumi/cmd/run", program, [...flags, program, ...request.getArgsList()], {
    cwd: request.getPwd(),
    env: inherited({
      ...typeScript(info),
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    }),
  });
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const code = await endOf(child);
  const response = new language.RunResponse();
  if (code === TOLD) response.setBail(true);
  else if (code !== 0) response.setError(`The program ended with exit code ${code}`);
  return response;
}

/** A policy pack runs as long as the engine asks it. */
function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
  const { request } = call;
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
  const child = startNode("@pulumi/pulumi/cmd/run-policy-pack", join(folder, "x"), [...request.getArgsList(), folder], {
    // A pack looks for its package.json where it runs.
    cwd: folder,
    env: Object.fromEntries(request.getEnvList().map(pairOf)),
  });
  child.stdout?.on("data", (data) => call.write(new language.RunPluginResponse().setStdout(data)));
  child.stderr?.on("data", (data) => call.write(new language.RunPluginResponse().setStderr(data)));
  call.on("cancelled", () => child.kill());
  void endOf(child).then((code) => {
    call.write(new language.RunPluginResponse().setExitcode(code));
    call.end();
  });
}

/** Whether the SDK is to compile the program; ours says in its Pulumi.yaml that Node runs it as it is. */
function typeScript(info: language.ProgramInfo | undefined): Record<string, string> {
  const options = info?.getOptions()?.toJavaScript() ?? {};
  return { PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true) };
}

function startNode(
  entry: string,
  program: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): ChildProcess {
  // The program's own SDK, not the host's.
  const entryPath = createRequire(program).resolve(entry);
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", entryPath, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function pairOf(variable: string): [name: string, value: string] {
  const at = variable.indexOf("=");
  return [variable.slice(0, at), variable.slice(at + 1)];
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
