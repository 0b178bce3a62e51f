import * as grpc from "@grpc/grpc-js";

/** Answers one call; what it throws is the call's error. */
// biome-ignore lint/suspicious/noExplicitAny: messages of any service.
type Answer = (request: any) => unknown;

/** A plugin's server, as the engine starts them: on a free port of loopback, which it is told in a line. */
export function serve(
  service: grpc.ServiceDefinition,
  answers: Record<string, Answer>,
  streams: grpc.UntypedServiceImplementation = {},
): void {
  // The engine holds the other end; killed or not, it takes its plugins along.
  process.stdin.resume().on("end", () => process.exit());
  const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
  const unary = Object.entries(answers).map(([name, answer]) => [
    name,
    // biome-ignore lint/suspicious/noExplicitAny: messages of any service.
    async ({ request }: { request: any }, callback: grpc.sendUnaryData<unknown>) => {
      try {
        callback(null, await answer(request));
      } catch (error) {
        callback({ code: grpc.status.UNKNOWN, details: (error as Error).message });
      }
    },
  ]);
  server.addService(service, { ...Object.fromEntries(unary), ...streams });
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
}
