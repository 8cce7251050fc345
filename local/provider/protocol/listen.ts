import * as grpc from "@grpc/grpc-js";

/** A service of the engine's plugin protocol, listening on a local port. */
export interface Listening {
  port: number;
  close: () => void;
}

/** Listens on a free local port. Messages may have any length, since the engine sends whole stacks in one. */
export async function listen(
  service: grpc.ServiceDefinition,
  handlers: grpc.UntypedServiceImplementation,
): Promise<Listening> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(service, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, close: () => server.forceShutdown() };
}
