import type * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Struct } from "google-protobuf/google/protobuf/struct_pb";
import { invokes } from "../frame/invokes";
import { defaultsKey } from "../frame/check";
import { type Backend, Lifecycle, standInKey } from "../frame/lifecycle";
import { readAutonaming, checkResponse, diffResponse, plain, serviceError, struct } from "./messages";
import { findPlannedType, findResourceType } from "../resources/find";
import { type Listening, listen } from "./listen";
import { unary } from "./unary";
import { readSession, requireRegion, type Session, type SessionDefaults } from "./session";
import { construct } from "../components/construct";
import { type Subject } from "../frame/subject";
import { asReferences, asUnknown, unknownReference } from "../frame/unknownReference";
import { type Properties } from "../frame/values";
import { openType } from "../schema/genericType";
import { packageSchema, type Usage } from "../schema/packageSchema";
import { placeholderResult } from "../schema/placeholder";

/** The common part of all requests about a resource. */
interface ResourceRequest {
  getName(): string;
  getType(): string;
}

/** Settings of a run. */
export interface ServerOptions extends SessionDefaults {
  /** Whether the program runs in this process, so that unknown texts travel as references. */
  inline: boolean;
  /** The program's version of the SDK. */
  awsVersion: string;
  /** The program's folder. */
  folder: string;
  /** The user's answer for a data source; undefined if there is none. */
  answer?: ((token: string, args: Properties) => Properties | undefined) | undefined;
  /** What the program uses, where its host asks for schemas. */
  usage?: Usage | undefined;
  /** Whether the program's SDK refuses an unknown number or truth in what a data source returns. */
  typed?: boolean | undefined;
}

/** Serves the package `aws`, and other packages by what the program declares of them. */
export function serve(backend: Backend, options: ServerOptions): Promise<Listening> {
  return listen(ResourceProviderService, handlers(backend, options));
}

function handlers(backend: Backend, options: ServerOptions): grpc.UntypedServiceImplementation {
  const lifecycle = new Lifecycle(backend);
  // The engine opens a connection for each configured provider, so the peer identifies a request's provider.
  const sessions = new Map<string, Session>();

  const findSession = (peer: string, token: string): Session => {
    const session = sessions.get(peer);
    if (!session) throw new Error("the local provider was not configured on this connection");
    requireRegion(token, session);
    return session;
  };

  /** Like `unary`, for requests about a resource: errors name it. */
  const about = <Request extends ResourceRequest, Response>(
    answer: (request: Request, subject: Subject) => Response | Promise<Response>,
  ): grpc.handleUnaryCall<Request, Response> =>
    unary(async (request: Request, peer) => {
      const token = request.getType();
      try {
        const name = request.getName();
        const type = findResourceType(token) ?? openType(token, argumentNames(request));
        if (!findResourceType(token) && !token.startsWith("headroom:"))
          backend.remarks.note(
            `${token}: the local provider does not know this type; it is previewed as declared`,
            name,
          );
        return await answer(request, { name, type, session: findSession(peer, token) });
      } catch (error) {
        (error as Error).message = `${token} "${request.getName()}": ${(error as Error).message}`;
        throw error;
      }
    }, failure);

  /** A plan that no emulator carries out tells what happens on AWS. */
  const asPlanned = (subject: Subject): Subject =>
    backend.aws(subject.session.region)
      ? subject
      : { ...subject, type: findPlannedType(subject.type.token) ?? subject.type };

  const answerInvoke = async (token: string, args: Properties, session: Session): Promise<Properties> => {
    const given = options.answer?.(token, args);
    if (given) return given;
    const aws = backend.aws(session.region);
    const computed = await invokes[token]?.(args, session, aws);
    if (computed) return computed;
    backend.remarks.noteUnanswered(token, args);
    const known = { region: session.region, ...args };
    // A real resource cannot be created from unknown values.
    const form = options.inline ? "whole" : aws || options.typed ? "marked" : "unknown";
    return placeholderResult(token, known, form) ?? { unknown: unknownReference };
  };

  return {
    handshake: unary(() =>
      new proto.ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(true)
        .setSupportsAutonamingConfiguration(true),
    ),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(options.awsVersion)),
    getSchema: unary(() =>
      new proto.GetSchemaResponse().setSchema(options.usage ? JSON.stringify(packageSchema(options.usage)) : "{}"),
    ),

    configure: unary((request: proto.ConfigureRequest, peer) => {
      sessions.set(peer, readSession(plain(request.getArgs()), process.env, options, request.getUrn()));
      return new proto.ConfigureResponse()
        .setAcceptsecrets(true)
        .setAcceptresources(true)
        .setSupportspreview(true)
        .setSupportsAutonamingConfiguration(true);
    }),

    invoke: unary(async (request: proto.InvokeRequest, peer) => {
      const session = findSession(peer, request.getTok());
      const answer = await answerInvoke(request.getTok(), plain(request.getArgs()), session);
      return new proto.InvokeResponse().setReturn(struct(options.inline ? asReferences(answer) : answer));
    }),

    construct: unary((request: proto.ConstructRequest) => construct(request, backend.remarks, options)),

    check: about((request: proto.CheckRequest, subject) => {
      const news = plain(request.getNews());
      return checkResponse(
        lifecycle.check(subject, {
          olds: plain(request.getOlds()),
          news: backend.aws(subject.session.region) ? news : asUnknown(news),
          seed: request.getRandomseed_asU8(),
          autonaming: readAutonaming(request),
        }),
        request.getNews(),
      );
    }),

    diff: about((request: proto.DiffRequest, subject) =>
      diffResponse(
        lifecycle.diff(
          asPlanned(subject),
          plain(request.getOldInputs()),
          plain(request.getNews()),
          plain(request.getOlds()),
        ),
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

/** The inputs of a request, which show the secret parts of an incomplete resource. */
function findSource(request: unknown): Struct | undefined {
  return request instanceof proto.CreateRequest ? request.getProperties() : undefined;
}

/** What the lifecycle notes beside the arguments. Others may begin like these: `__provider` is the code of a dynamic resource. */
const notArguments = new Set([defaultsKey, standInKey]);

/** The names of all properties of a request. */
function argumentNames(request: object): Set<string> {
  const bags = ["getNews", "getOlds", "getOldInputs", "getInputs", "getProperties"] as const;
  const read = request as { [name in (typeof bags)[number]]?: () => Struct | undefined };
  const names = bags.flatMap((name) => [...(read[name]?.()?.getFieldsMap().keys() ?? [])]);
  return new Set(names.filter((name) => !notArguments.has(name)));
}
