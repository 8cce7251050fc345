import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/language_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/pulumi/package.json";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen } from "../../local/provider/protocol/listen";
import { type HostOptions } from "./hostOptions";
import { runtimeOptions } from "./options";
import { installDependencies, findPackageManager, readVersion } from "./packageManager";
import { programDependencies, requiredPackages } from "./packages";
import { runPlugin } from "./plugin";
import { runProgram } from "./program";

/**
 * Serves the engine's LanguageRuntime for Node, as far as programs run by it. Calls that write programs and packages from
 * schemas (`pulumi convert`, `package gen-sdk`) are the official host's: gRPC answers them, and the CLI says so.
 */
export function serveLanguageRuntime(host: HostOptions): Promise<{ port: number; close: () => void }> {
  let { engine } = host;
  return listen(LanguageRuntimeService, {
    // An engine that attaches to a host that runs gives its address only now.
    handshake: unary((request: proto.LanguageHandshakeRequest) => {
      engine = request.getEngineAddress();
      return new proto.LanguageHandshakeResponse();
    }),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    cancel: unary(() => new Empty()),
    template: unary(() => new proto.TemplateResponse()),
    runtimeOptionsPrompts: unary(() => new proto.RuntimeOptionsResponse()),

    getRequiredPackages: unary((request: proto.GetRequiredPackagesRequest) => {
      const packages = requiredPackages(request.getInfo()!.getProgramDirectory());
      return new proto.GetRequiredPackagesResponse().setPackagesList(packages);
    }),

    getProgramDependencies: unary((request: proto.GetProgramDependenciesRequest) => {
      const folder = request.getInfo()!.getProgramDirectory();
      const dependencies = programDependencies(folder, request.getTransitivedependencies());
      return new proto.GetProgramDependenciesResponse().setDependenciesList(dependencies);
    }),

    about: unary((request: proto.AboutRequest) => {
      const info = request.getInfo()!;
      const manager = findPackageManager(runtimeOptions(info), info.getProgramDirectory());
      const response = new proto.AboutResponse().setExecutable("node").setVersion(readVersion("node"));
      response.getMetadataMap().set("packagemanager", manager).set("packagemanagerVersion", readVersion(manager));
      return response;
    }),

    run: unary((request: proto.RunRequest) => host.run?.(request) ?? runProgram(request, { ...host, engine })),

    runPlugin: stream(async (call: grpc.ServerWritableStream<proto.RunPluginRequest, proto.RunPluginResponse>) => {
      const gone = new AbortController();
      call.once("cancelled", () => gone.abort());
      await runPlugin(
        call.request,
        (response) => void call.write(response),
        AbortSignal.any([host.ended, gone.signal]),
      );
    }),

    installDependencies: stream(
      async (call: grpc.ServerWritableStream<proto.InstallDependenciesRequest, proto.InstallDependenciesResponse>) => {
        const info = call.request.getInfo()!;
        const folder = info.getProgramDirectory();
        await installDependencies(findPackageManager(runtimeOptions(info), folder), folder, (name, data) => {
          const response = new proto.InstallDependenciesResponse();
          call.write(name === "stdout" ? response.setStdout(data) : response.setStderr(data));
        });
      },
    ),
  });
}

const failure = ({ message }: Error): Partial<grpc.StatusObject> => ({ code: grpc.status.UNKNOWN, details: message });

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback(failure(error)),
      );
  };
}

function stream<Request, Response>(
  answer: (call: grpc.ServerWritableStream<Request, Response>) => Promise<void>,
): grpc.handleServerStreamingCall<Request, Response> {
  return (call) => {
    answer(call).then(
      () => call.end(),
      (error: Error) => call.emit("error", failure(error)),
    );
  };
}
