import type * as grpc from "@grpc/grpc-js";
import { serviceError } from "./messages";

/** A call with one request and one answer; `failure` encodes errors for the engine. */
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
