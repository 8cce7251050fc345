import type * as grpc from "@grpc/grpc-js";
import { version } from "@pulumi/aws/package.json";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Struct } from "google-protobuf/google/protobuf/struct_pb";
import { invokes } from "../frame/invokes";
import { type Backend, Lifecycle } from "../frame/lifecycle";
import { readAutonaming, checkResponse, diffResponse, plain, serviceError, struct } from "./messages";
import { resourceTypes } from "../resources";
import { type Listening, listen } from "./listen";
import { unary } from "./unary";
import { readSession, type Session } from "./session";
import { type Subject } from "../frame/subject";

/** What every request about a resource contains. */
interface ResourceRequest {
  getName(): string;
  getType(): string;
}

/** Serves the package `aws`. */
export function serve(backend: Backend): Promise<Listening> {
  return listen(ResourceProviderService, handlers(backend));
}

function handlers(backend: Backend): grpc.UntypedServiceImplementation {
  const lifecycle = new Lifecycle(backend);
  // The engine opens one connection for each configured provider: the peer identifies the provider of a request.
  const sessions = new Map<string, Session>();

  const findSession = (peer: string): Session => {
    const session = sessions.get(peer);
    if (!session) throw new Error("the local provider was not configured on this connection");
    return session;
  };

  /** As `unary`, for the requests about a resource: every error names it. */
  const about = <Request extends ResourceRequest, Response>(
    answer: (request: Request, subject: Subject) => Response | Promise<Response>,
  ): grpc.handleUnaryCall<Request, Response> =>
    unary(async (request: Request, peer) => {
      const token = request.getType();
      try {
        const type = resourceTypes.get(token);
        if (!type) throw new Error(notServed(token));
        return await answer(request, {
          name: request.getName(),
          type,
          session: findSession(peer),
        });
      } catch (error) {
        (error as Error).message = `${token} "${request.getName()}": ${(error as Error).message}`;
        throw error;
      }
    }, failure);

  return {
    handshake: unary(() =>
      new proto.ProviderHandshakeResponse().setAcceptSecrets(true).setSupportsAutonamingConfiguration(true),
    ),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getSchema: unary(() => new proto.GetSchemaResponse().setSchema("{}")),

    configure: unary((request: proto.ConfigureRequest, peer) => {
      sessions.set(peer, readSession(plain(request.getArgs()), process.env));
      return new proto.ConfigureResponse()
        .setAcceptsecrets(true)
        .setSupportspreview(true)
        .setSupportsAutonamingConfiguration(true);
    }),

    invoke: unary(async (request: proto.InvokeRequest, peer) => {
      const invoke = invokes[request.getTok()];
      if (!invoke) throw new Error(notServed(request.getTok()));
      const session = findSession(peer);
      const answer = await invoke(plain(request.getArgs()), session, backend.aws(session.region));
      return new proto.InvokeResponse().setReturn(struct(answer));
    }),

    check: about((request: proto.CheckRequest, subject) =>
      checkResponse(
        lifecycle.check(subject, {
          olds: plain(request.getOlds()),
          news: plain(request.getNews()),
          seed: request.getRandomseed_asU8(),
          autonaming: readAutonaming(request),
        }),
        request.getNews(),
      ),
    ),

    diff: about((request: proto.DiffRequest, subject) =>
      diffResponse(
        lifecycle.diff(subject, plain(request.getOldInputs()), plain(request.getNews()), plain(request.getOlds())),
      ),
    ),

    create: about(async (request: proto.CreateRequest, subject) => {
      const { id, outputs } = await lifecycle.create(subject, plain(request.getProperties()), request.getPreview());
      return new proto.CreateResponse().setId(id).setProperties(struct(outputs, request.getProperties()));
    }),

    read: about(async (request: proto.ReadRequest, subject) => {
      const inputs = request.getInputs();
      const found = await lifecycle.read(
        subject,
        request.getId(),
        plain(request.getProperties()),
        inputs && plain(inputs),
      );
      const response = new proto.ReadResponse();
      if (!found) return response;
      return response
        .setId(found.id)
        .setProperties(struct(found.outputs, request.getProperties()))
        .setInputs(struct(found.inputs, inputs));
    }),

    update: about(async (request: proto.UpdateRequest, subject) => {
      const [olds, news] = [plain(request.getOlds()), plain(request.getNews())];
      const outputs = await lifecycle.update(subject, request.getId(), olds, news, request.getPreview());
      return new proto.UpdateResponse().setProperties(struct(outputs, request.getNews()));
    }),

    delete: about(async (request: proto.DeleteRequest, subject) => {
      await lifecycle.delete(subject, request.getId(), plain(request.getProperties()));
      return new Empty();
    }),
  };
}

const failure = (error: Error, request: unknown): Partial<grpc.StatusObject> =>
  serviceError(error, findSource(request));

/** What a resource is made from: it shows which parts of a partly created one are secret. */
function findSource(request: unknown): Struct | undefined {
  return request instanceof proto.CreateRequest ? request.getProperties() : undefined;
}

function notServed(token: string): string {
  return `${token} is not served by the local provider: add it to local/provider, or use the official provider`;
}
