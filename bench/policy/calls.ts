import { type ServiceError } from "@grpc/grpc-js";
import { type AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Sent } from "./resources";

/** One call of the engine, ready to be sent. */
export type Call = (client: AnalyzerClient, done: (error: ServiceError | null) => void) => void;

const struct = (properties: Record<string, unknown>): Struct =>
  Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);

/** Has one resource analysed. */
export function analyze({ type, name, urn, properties }: Sent): Call {
  const request = new proto.AnalyzeRequest().setType(type).setName(name).setUrn(urn);
  request.setProperties(struct(properties)).setOptions(new proto.AnalyzerResourceOptions());
  return (client, done) => client.analyze(request, done);
}

/** Has the stack analysed. */
export function analyzeStack(all: readonly Sent[]): Call {
  const request = new proto.AnalyzeStackRequest();
  request.setResourcesList(
    all.map(({ type, name, urn, properties }) => {
      const resource = new proto.AnalyzerResource().setType(type).setName(name).setUrn(urn);
      return resource.setProperties(struct(properties)).setOptions(new proto.AnalyzerResourceOptions());
    }),
  );
  return (client, done) => client.analyzeStack(request, done);
}
