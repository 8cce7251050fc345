import { version } from "@pulumi/awsx/package.json";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { plain, struct } from "../protocol/messages";
import { type Listening, listen } from "../protocol/listen";
import { unary } from "../protocol/unary";
import { type Constructed, constructVpc } from "./vpc";
import { Monitor } from "./monitor";

/** Serves the package `awsx`, whose resources are components that the provider takes apart: `awsx:ec2:Vpc` is one. */
export function serveAwsx(): Promise<Listening> {
  return listen(ResourceProviderService, {
    handshake: unary(() => new proto.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true)),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getSchema: unary(() => new proto.GetSchemaResponse().setSchema("{}")),
    configure: unary(() => new proto.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true)),
    construct: unary(construct),
  });
}

async function construct(request: proto.ConstructRequest): Promise<proto.ConstructResponse> {
  const [type, name] = [request.getType(), request.getName()];
  const monitor = new Monitor(request);
  try {
    if (type !== "awsx:ec2:Vpc") throw new Error("it is not served by the local provider: use the official plugin");
    return response(await constructVpc(name, plain(request.getInputs()), monitor));
  } catch (error) {
    throw new Error(`${type} "${name}": ${(error as Error).message}`, { cause: error });
  } finally {
    monitor.close();
  }
}

function response({ urn, state, dependencies }: Constructed): proto.ConstructResponse {
  const message = new proto.ConstructResponse().setUrn(urn).setState(struct(state));
  for (const [key, urns] of Object.entries(dependencies)) {
    const list = new proto.ConstructResponse.PropertyDependencies().setUrnsList(urns);
    message.getStatedependenciesMap().set(key, list);
  }
  return message;
}
