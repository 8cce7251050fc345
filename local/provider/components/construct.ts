import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { type Remarks } from "../frame/remarks";
import { struct, withReferences } from "../protocol/messages";
import { type Properties } from "../frame/values";
import { awsx } from "./awsx";
import { type Asking, type Constructed } from "./component";
import { Monitor } from "./monitor";
import { constructRestApi } from "./restApi";

type Constructor = (name: string, given: Properties, asking: Asking) => Promise<Constructed>;

/** The remote components that are constructed here too, by type. */
const constructors: Record<string, Constructor> = {
  ...awsx,
  "aws-apigateway:index:RestAPI": constructRestApi,
};

/** Packages that have components only. */
const componentPackages = new Set(["awsx", "aws-apigateway", "eks", "synced-folder"]);

/** Whether a type is a component whose parts its own provider makes. */
export const isConstructed = (type: string): boolean => componentPackages.has(type.split(":")[0] ?? "");

/** Constructs a component of a package. An unknown one gets no children, and all its outputs are unknown. */
export async function construct(
  request: proto.ConstructRequest,
  remarks: Remarks,
  { awsVersion, folder }: { awsVersion: string; folder: string },
): Promise<proto.ConstructResponse> {
  const [type, name] = [request.getType(), request.getName()];
  const monitor = new Monitor(request, awsVersion);
  try {
    const make = constructors[type];
    if (make) return response(await make(name, withReferences(request.getInputs()), { monitor, folder }));
    remarks.note(
      `${type}: only its own provider knows the parts of this component; it is previewed as one resource`,
      name,
    );
    const component = await monitor.component();
    await monitor.finish(component, {});
    return response({ urn: component.urn, state: {}, dependencies: {} });
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
