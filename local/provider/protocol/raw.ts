import * as grpc from "@grpc/grpc-js";

/** The engine sends whole stacks in one message. */
const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

const asIs = (bytes: Buffer): Buffer => bytes;

/** The methods of a service that forwards its messages as bytes. */
export const rawMethods = (service: grpc.ServiceDefinition): Record<string, grpc.MethodDefinition<Buffer, Buffer>> =>
  Object.fromEntries(
    Object.entries(service).map(([name, { path }]) => [
      name,
      {
        path,
        requestStream: false,
        responseStream: false,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      },
    ]),
  );

/** A connection that sends messages as bytes. */
export class RawClient {
  private readonly client: grpc.Client;

  constructor(address: string) {
    this.client = new grpc.Client(address, grpc.credentials.createInsecure(), unlimited);
  }

  /** Calls a method by its path. */
  call(path: string, request: Buffer, metadata: grpc.Metadata, callback: grpc.requestCallback<Buffer>): void {
    this.client.makeUnaryRequest(path, asIs, asIs, request, metadata, callback);
  }

  close(): void {
    this.client.close();
  }
}
