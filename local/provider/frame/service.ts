import * as grpc from "@grpc/grpc-js";
import { serviceError } from "../protocol/messages";

/** A service of the engine's plugin protocol, reached at a port of this machine. */
export interface Listening {
  port: number;
  close(): void;
}

/** Serves a service on a free local port. */
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

/** A call with one request and one answer; an error reaches the engine as `failure` makes it. */
export function unary<Request, Response>(
  answer: (request: Request, peer: string) => Response | Promise<Response>,
  failure: (error: Error, request: Request) => Partial<grpc.StatusObject> = (error) => serviceError(error),
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request, call.getPeer()))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback(failure(error, call.request)),
      );
  };
}
