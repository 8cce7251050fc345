import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Autonaming, type Checked } from "../frame/check";
import { type Change, type Difference } from "../frame/diff";
import { IncompleteError } from "../frame/errors";
import { conceal, reveal, withoutReferences } from "./secrets";
import { type Properties, withoutAbsent } from "../frame/values";

/** The properties in a message, without the marks of secrets, and with the ids of resources that they refer to. */
export function plain(message: Struct | undefined): Properties {
  return withoutReferences(withReferences(message)) as Properties;
}

/** The properties in a message, without the marks of secrets. */
export function withReferences(message: Struct | undefined): Properties {
  return reveal(message?.toJavaScript() ?? {}) as Properties;
}

/** Encodes properties; those that were secret in the original message are secret again. */
export function struct(properties: Properties, source?: Struct): Struct {
  const marked: Properties = source?.toJavaScript() ?? {};
  // `tagsAll` derives from the tags in the arguments.
  const concealed = conceal(properties, { ...marked, tagsAll: marked.tags ?? marked.tagsAll });
  return Struct.fromJavaScript(withoutAbsent(concealed) as Record<string, JavaScriptValue>);
}

export function readAutonaming(request: proto.CheckRequest): Autonaming | undefined {
  const options = request.getAutonaming();
  if (!options) return undefined;
  const { Mode } = proto.CheckRequest.AutonamingOptions;
  return { disabled: options.getMode() === Mode.DISABLE, proposedName: options.getProposedName() };
}

export function checkResponse({ inputs, failures }: Checked, news?: Struct): proto.CheckResponse {
  const list = failures.map(({ property, reason }) => new proto.CheckFailure().setProperty(property).setReason(reason));
  return new proto.CheckResponse().setInputs(struct(inputs, news)).setFailuresList(list);
}

export function diffResponse({ changes, replaces, deleteBeforeReplace }: Difference): proto.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const response = new proto.DiffResponse()
    .setChanges(changes.length ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...new Set(changes.map(({ property }) => property))])
    .setReplacesList(replaces)
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const change of changes) {
    response
      .getDetaileddiffMap()
      .set(change.path, new proto.PropertyDiff().setKind(toDiffKind(change)).setInputdiff(true));
  }
  return response;
}

function toDiffKind({ kind, replace }: Change): proto.PropertyDiff.Kind {
  const { Kind } = proto.PropertyDiff;
  switch (kind) {
    case "add":
      return replace ? Kind.ADD_REPLACE : Kind.ADD;
    case "delete":
      return replace ? Kind.DELETE_REPLACE : Kind.DELETE;
    case "update":
      return replace ? Kind.UPDATE_REPLACE : Kind.UPDATE;
  }
}

/** An error in the engine's form; for an incomplete resource it includes the state to keep. */
export function serviceError(error: Error, source?: Struct): Partial<grpc.StatusObject> {
  const code = grpc.status.UNKNOWN;
  const metadata = new grpc.Metadata();
  if (error instanceof IncompleteError) {
    const detail = new proto.ErrorResourceInitFailed()
      .setId(error.id)
      .setProperties(struct(error.outputs, source))
      .setInputs(struct(error.inputs, source))
      .setReasonsList([error.message]);
    const packed = new Any();
    packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(code).setMessage(error.message);
    status.addDetails(packed);
    // gRPC's metadata key for structured errors, for which the Node library has no API.
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  }
  return { code, details: error.message, metadata };
}
