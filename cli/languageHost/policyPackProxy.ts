import * as grpc from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { type ChildProcess } from "node:child_process";
import { listen } from "../../local/provider/protocol/listen";
import { RawClient, rawMethods } from "../../local/provider/protocol/raw";
import { waitForExit } from "./node";

/**
 * A proxy between engine and policy pack that starts the pack at the first call with the stack's name: the engine
 * makes it only to a pack that already answers. Messages pass unchanged.
 */
export class PolicyPackProxy {
  /** Receives the pack's output after its port. */
  onOutput: (text: string) => void = () => {};
  port = 0;
  #stop = (): void => {};
  #pack: Promise<RawClient> | undefined;
  #exit = Promise.withResolvers<number>();

  private constructor(private readonly start: (configured?: AnalyzerStackConfigureRequest) => ChildProcess) {}

  static async listen(start: (configured?: AnalyzerStackConfigureRequest) => ChildProcess): Promise<PolicyPackProxy> {
    const proxy = new PolicyPackProxy(start);
    // A pack in Node has no handshake: without one here the engine goes on to configure it.
    const { handshake: _, ...methods } = AnalyzerService as grpc.ServiceDefinition;
    const service = rawMethods(methods);
    const handlers = Object.entries(service).map(([name, { path }]) => [name, proxy.#forward(path)] as const);
    const { port, close } = await listen(service, Object.fromEntries(handlers));
    proxy.port = port;
    proxy.#stop = close;
    return proxy;
  }

  /** The pack's exit code; 0 if the engine ended it, or never used it. */
  ended(signal: AbortSignal): Promise<number> {
    signal.addEventListener("abort", () => this.#exit.resolve(0), { once: true });
    return this.#exit.promise;
  }

  close(): void {
    this.#stop();
    void this.#pack?.then(
      (client) => client.close(),
      () => {},
    );
  }

  #forward(path: string): grpc.handleUnaryCall<Buffer, Buffer> {
    return (call, callback) => {
      const configured = path.endsWith("/ConfigureStack")
        ? AnalyzerStackConfigureRequest.deserializeBinary(call.request)
        : undefined;
      this.#pack ??= this.#connect(this.start(configured));
      this.#pack.then(
        (client) => client.call(path, call.request, call.metadata, callback),
        (error: Error) => callback({ code: grpc.status.INTERNAL, details: error.message }),
      );
    };
  }

  /** Connects to the port that the pack writes as its first line. */
  async #connect(child: ChildProcess): Promise<RawClient> {
    let received = "";
    const port = new Promise<string>((resolve, reject) => {
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        if (/\n/.test(received)) return this.onOutput(text);
        received += text;
        const [first, ...rest] = received.split("\n");
        if (rest.length) resolve(first!.trim());
        if (rest.some(Boolean)) this.onOutput(rest.join("\n"));
      });
      waitForExit(child).then(
        (code) => {
          reject(new Error(`the policy pack ended with exit code ${code} before it answered`));
          this.#exit.resolve(code);
        },
        (error: Error) => {
          reject(error);
          this.#exit.resolve(1);
        },
      );
    });
    return new RawClient(`127.0.0.1:${await port}`);
  }
}
