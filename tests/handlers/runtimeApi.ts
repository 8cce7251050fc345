/** Lambda's Runtime API for one environment, with the call that waits in a snapshot: the emulator's API has none. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Something that is asked for and given, whichever comes first. */
class Meeting<T> {
  readonly promise: Promise<T>;
  give!: (value: T) => void;

  constructor() {
    this.promise = new Promise((resolve) => (this.give = resolve));
  }
}

/** One environment that is initialised, kept in a snapshot, restored and called once. */
export class RuntimeApi {
  private readonly snapshot = new Meeting<ServerResponse>();
  private readonly event = new Meeting<unknown>();
  private readonly answer = new Meeting<string>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  /** Value for the environment variable AWS_LAMBDA_RUNTIME_API. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Waits until the environment can be kept, its hooks before a snapshot done. */
  async untilSnapshot(): Promise<void> {
    await this.snapshot.promise;
  }

  /** Lets the environment go on, and calls its handler. */
  async restoreAndCall(event: unknown): Promise<unknown> {
    (await this.snapshot.promise).end();
    this.event.give(event);
    return JSON.parse(await this.answer.promise) as unknown;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const path = request.url?.replace("/2018-06-01/runtime/", "");
    if (path === "restore/next") return this.snapshot.give(response);
    if (path === "invocation/next") {
      const event = await this.event.promise;
      const headers = {
        "Content-Type": "application/json",
        "Lambda-Runtime-Aws-Request-Id": "1",
        "Lambda-Runtime-Deadline-Ms": String(Date.now() + 30_000),
        "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-central-1:000000000000:function:it",
      };
      response.writeHead(200, headers).end(JSON.stringify(event));
      return;
    }
    this.answer.give(body); // the response, or an error of any kind
    response.writeHead(202).end();
  }
}
