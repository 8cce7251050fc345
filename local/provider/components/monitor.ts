import * as grpc from "@grpc/grpc-js";
import type * as provider from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { plain, withReferences } from "../protocol/messages";
import {
  isRecord,
  type Properties,
  resourceSignature,
  signatureKey,
  unknownValue,
  withoutAbsent,
} from "../frame/values";

/** A registered resource. */
export interface Registered {
  urn: string;
  /** Unknown in a preview. */
  id: string;
  outputs: Properties;
  /** Of its package. */
  version: string;
}

/** The arguments and the parent of a component. */
interface Child {
  type: string;
  name: string;
  inputs: Properties;
  parent: Registered;
  dependsOn?: Registered[];
  /** The resources that an input is made of, by its name; those of an argument that is passed on are known. */
  sources?: Sources;
}

/** Resources by the input that is made of them. */
export type Sources = Record<string, (Registered | undefined)[]>;

/**
 * The engine's side of one Construct request: registers the component and its children. Values are plain, with Pulumi's
 * mark for unknowns, so that the component does not share the SDK's state with a program in this process.
 */
export class Monitor {
  private readonly client: ResourceMonitorClient;

  /**
   * @param awsVersion The version that the program's resources request, so that the component's share their provider.
   */
  constructor(
    private readonly request: provider.ConstructRequest,
    private readonly awsVersion: string,
  ) {
    this.client = new ResourceMonitorClient(request.getMonitorendpoint(), grpc.credentials.createInsecure());
  }

  get stack(): string {
    return this.request.getStack();
  }

  /** The component itself. */
  component(): Promise<Registered> {
    const { request } = this;
    const message = new proto.RegisterResourceRequest()
      .setType(request.getType())
      .setName(request.getName())
      .setParent(request.getParent())
      .setProtect(request.getProtect() ?? false)
      .setAliasesList(request.getAliasesList())
      .setDependenciesList(request.getDependenciesList());
    request.getProvidersMap().forEach((reference, name) => message.getProvidersMap().set(name, reference));
    return this.send(message);
  }

  /** A component inside of another. */
  nested(type: string, name: string, parent: Registered): Promise<Registered> {
    const message = new proto.RegisterResourceRequest().setType(type).setName(name).setParent(parent.urn);
    this.request.getProvidersMap().forEach((given, each) => message.getProvidersMap().set(each, given));
    return this.send(message);
  }

  /** A resource; one of the package aws has the program's version. */
  resource({ type, name, inputs, parent, dependsOn = [], sources = {} }: Child): Promise<Registered> {
    const [packageName = ""] = type.split(":");
    const given = this.request.getInputdependenciesMap();
    const links = Object.keys(inputs).map((key) => {
      const own = sources[key]?.flatMap((source) => source?.urn ?? []);
      return [key, own ?? given.get(key)?.getUrnsList() ?? []] as const;
    });
    const urns = [parent, ...dependsOn].map(({ urn }) => urn);
    const message = new proto.RegisterResourceRequest()
      .setType(type)
      .setName(name)
      .setCustom(true)
      .setParent(parent.urn)
      .setObject(struct(inputs))
      .setDependenciesList([...new Set([...urns, ...links.flatMap(([, linked]) => linked)])])
      .setProvider(this.request.getProvidersMap().get(packageName) ?? "")
      .setVersion(packageName === "aws" ? this.awsVersion : "");
    for (const [key, linked] of links) {
      if (linked.length === 0) continue;
      const dependencies = new proto.RegisterResourceRequest.PropertyDependencies().setUrnsList(linked);
      message.getPropertydependenciesMap().set(key, dependencies);
    }
    return this.send(message);
  }

  /** A resource that the program has made. */
  async read(urn: string): Promise<{ id: unknown; outputs: Properties }> {
    const answer = await this.ask(new proto.ResourceInvokeRequest().setTok("pulumi:pulumi:getResource"), { urn });
    return { id: answer.id || unknownValue, outputs: isRecord(answer.state) ? answer.state : {} };
  }

  finish(component: Registered, outputs: Properties): Promise<void> {
    const message = new proto.RegisterResourceOutputsRequest().setUrn(component.urn).setOutputs(struct(outputs));
    return new Promise((resolve, reject) => {
      this.client.registerResourceOutputs(message, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Calls a data source of the package aws. */
  invoke(token: string, args: Properties): Promise<Properties> {
    const message = new proto.ResourceInvokeRequest()
      .setTok(token)
      .setProvider(this.request.getProvidersMap().get("aws") ?? "")
      .setVersion(this.awsVersion);
    return this.ask(message, args);
  }

  private ask(message: proto.ResourceInvokeRequest, args: Properties): Promise<Properties> {
    message.setArgs(struct(args)).setAcceptresources(true);
    return new Promise((resolve, reject) => {
      this.client.invoke(message, (error, answer) => {
        if (error) return reject(error);
        const [failure] = answer.getFailuresList();
        if (failure) return reject(new Error(`${message.getTok()}: ${failure.getReason()}`));
        resolve(withReferences(answer.getReturn()));
      });
    });
  }

  close(): void {
    this.client.close();
  }

  private send(message: proto.RegisterResourceRequest): Promise<Registered> {
    message.setAcceptsecrets(true).setAcceptresources(true);
    return new Promise((resolve, reject) => {
      this.client.registerResource(message, (error, answer) => {
        if (error) return reject(error);
        const [urn, id, outputs] = [answer.getUrn(), answer.getId() || unknownValue, plain(answer.getObject())];
        resolve({ urn, id, outputs, version: message.getVersion() });
      });
    });
  }
}

/** A reference to a resource, as an output value. */
export const reference = ({ urn, id, version }: Registered): Properties => ({
  [signatureKey]: resourceSignature,
  urn,
  id,
  packageVersion: version,
});

/** The id of a resource that is given as a value. */
export const referencedId = (value: unknown): unknown => (isRecord(value) ? value.id || unknownValue : value);

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(withoutAbsent(properties) as Record<string, JavaScriptValue>);
}
