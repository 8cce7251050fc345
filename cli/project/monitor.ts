import * as grpc from "@grpc/grpc-js";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import path from "node:path";
import { listen, type Listening } from "../../local/provider/protocol/listen";
import { RawClient, rawMethods } from "../../local/provider/protocol/raw";
import { asUnknown, isUnknownReference, unknownText } from "../../local/provider/frame/unknownReference";
import {
  archiveSignature,
  assetSignature,
  isRecord,
  type Properties,
  signatureKey,
  unknownValue,
} from "../../local/provider/frame/values";

/** The proxy's inputs and outputs. */
export interface MonitorHooks {
  /** The program's folder: the engine works in another one. */
  folder: string;
  /** A preview: unknown values may stay unknown. */
  dryRun: boolean;
  /** The outputs of another stack; undefined if they are not known. */
  stackOutputs(name: string): Properties | undefined;
  /** Answers a data source of AWS in the place of its provider; undefined where that answers. */
  invoke?: (token: string, args: Struct | undefined) => Promise<InvokeResponse> | undefined;
  /** The settings of an AWS provider that the program makes. */
  awsProvider?: (settings: Properties) => Properties;
  /** A resource is registered, by the frames of a stack, the innermost first. */
  onRegistered(urn: string, frames: readonly Frame[]): void;
  /** The engine has ended, and the program has not. */
  onEngineGone(): void;
}

/** A place in a file. */
export interface Frame {
  uri: string;
  line: number;
  column: number;
}

const awsProviderType = "pulumi:providers:aws";
const stackReference = "pulumi:pulumi:StackReference";
/** The type that replaces a stack reference: the engine's own would read a backend. */
export const answeredReference = "headroom:index:StackReference";

/**
 * A proxy between a program and the engine. Values that only AWS knows reach the program as unknown, which the engine
 * itself refuses in the results of data sources and existing resources; stack references are answered here.
 * Everything else passes unchanged.
 */
export async function listenAsMonitor(engine: string, hooks: MonitorHooks): Promise<Listening> {
  const client = new RawClient(engine);
  const service = rawMethods(ResourceMonitorService);
  const handlers = Object.fromEntries(
    Object.entries(service).map(([name, method]) => [name, forward(client, method.path, rewriters[name], hooks)]),
  );
  const { port, close } = await listen(service, handlers);
  return {
    port,
    close: () => {
      close();
      client.close();
    },
  };
}

let unnamed = 0;

/** What changes in a call. */
interface Rewriter {
  /** Answers in the engine's place. */
  answer?(request: Buffer, hooks: MonitorHooks): Promise<Buffer> | undefined;
  request?(bytes: Buffer, hooks: MonitorHooks): Buffer;
  response?(request: Buffer, response: Buffer, hooks: MonitorHooks): Buffer;
}

const rewriters: Record<string, Rewriter | undefined> = {
  invoke: {
    answer(bytes, { invoke }) {
      const request = proto.ResourceInvokeRequest.deserializeBinary(bytes);
      const answered = invoke?.(request.getTok(), request.getArgs());
      return answered?.then((response) => Buffer.from(response.serializeBinary()));
    },
    response(_request, bytes) {
      const response = InvokeResponse.deserializeBinary(bytes);
      const result = response.getReturn();
      if (!result) return bytes;
      return Buffer.from(response.setReturn(known(result)).serializeBinary());
    },
  },
  readResource: {
    request(bytes) {
      const request = proto.ReadResourceRequest.deserializeBinary(bytes);
      if (request.getType() !== stackReference) return bytes;
      // Several of unknown name share one value.
      if (request.getName().includes(unknownText)) request.setName(`${request.getName()}-${(unnamed += 1)}`);
      return Buffer.from(request.setType(answeredReference).setVersion("").serializeBinary());
    },
    response(requested, bytes, hooks) {
      const request = proto.ReadResourceRequest.deserializeBinary(requested);
      const response = proto.ReadResourceResponse.deserializeBinary(bytes);
      if (request.getType() !== stackReference) {
        const properties = response.getProperties();
        return properties ? Buffer.from(response.setProperties(known(properties)).serializeBinary()) : bytes;
      }
      const name = request.getId();
      const outputs = hooks.stackOutputs(name) ?? unknownValue;
      const properties = Struct.fromJavaScript({ name, outputs, secretOutputNames: [] });
      return Buffer.from(response.setProperties(properties).serializeBinary());
    },
  },
  registerResource: {
    request(bytes, { folder, awsProvider }) {
      const setsUp = awsProvider && bytes.includes(awsProviderType) ? awsProvider : undefined;
      if (!setsUp && ![assetSignature, archiveSignature].some((signature) => bytes.includes(signature))) return bytes;
      const request = proto.RegisterResourceRequest.deserializeBinary(bytes);
      const given = request.getObject()?.toJavaScript() ?? {};
      const inputs = setsUp && request.getType() === awsProviderType ? setsUp(given) : withFullPaths(given, folder);
      const struct = Struct.fromJavaScript(inputs as Record<string, JavaScriptValue>);
      return Buffer.from(request.setObject(struct).serializeBinary());
    },
    response(requested, bytes, hooks) {
      const request = proto.RegisterResourceRequest.deserializeBinary(requested);
      const urn = proto.RegisterResourceResponse.deserializeBinary(bytes).getUrn();
      const frames = request.getStacktrace()?.getFramesList() ?? [];
      // The SDKs of other languages send the innermost place only.
      const positions = [...frames.map((frame) => frame.getPc()), request.getSourceposition()].filter(
        (position) => position !== undefined,
      );
      hooks.onRegistered(
        urn,
        positions.map((each) => ({ uri: each.getUri(), line: each.getLine(), column: each.getColumn() })),
      );
      return bytes;
    },
  },
  registerResourceOutputs: {
    request(bytes, { dryRun }) {
      if (!dryRun) return bytes;
      const request = proto.RegisterResourceOutputsRequest.deserializeBinary(bytes);
      const outputs = asUnknown(request.getOutputs()?.toJavaScript() ?? {});
      const struct = Struct.fromJavaScript(outputs as Record<string, JavaScriptValue>);
      return Buffer.from(request.setOutputs(struct).serializeBinary());
    },
  },
};

function forward(
  client: RawClient,
  method: string,
  rewriter: Rewriter | undefined,
  hooks: MonitorHooks,
): grpc.handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    const respond = (response: Buffer): void =>
      callback(null, rewriter?.response?.(call.request, response, hooks) ?? response);
    const answered = rewriter?.answer?.(call.request, hooks);
    if (answered) return void answered.then(respond, (error: grpc.ServiceError) => callback(error));
    const request = rewriter?.request?.(call.request, hooks) ?? call.request;
    client.call(method, request, call.metadata, (error, response) => {
      // A program that is through waits for the end of the engine.
      if (error?.code === grpc.status.UNAVAILABLE && !method.endsWith("/SignalAndWaitForShutdown"))
        hooks.onEngineGone();
      if (error || !response) return callback(error, response);
      respond(response);
    });
  };
}

/** Properties with the engine's mark in the place of what travelled as a reference. */
function known(properties: Struct): Struct {
  return Struct.fromJavaScript(withMarks(properties.toJavaScript()) as Record<string, JavaScriptValue>);
}

function withMarks(value: unknown): unknown {
  if (isUnknownReference(value)) return unknownValue;
  if (Array.isArray(value)) return value.map(withMarks);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMarks(item)]));
}

/** Files and folders that a program hands over are relative to where it runs. */
function withFullPaths(value: unknown, folder: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withFullPaths(item, folder));
  if (!isRecord(value)) return value;
  const isPacked = value[signatureKey] === assetSignature || value[signatureKey] === archiveSignature;
  if (isPacked && typeof value.path === "string") return { ...value, path: path.resolve(folder, value.path) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFullPaths(item, folder)]));
}
