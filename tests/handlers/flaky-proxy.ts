/** A real HTTP hop in front of the emulator that answers some requests itself, as a throttled or failing service would. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";

/**
 * "no answer": the emulator does what it is asked, and nobody ever hears of it. "half": the emulator gets half of the body,
 * then the connection ends.
 */
export type Verdict = { status: number; code: string } | "hang up" | "no answer" | "half" | "pass";

export interface FlakyProxy {
  endpoint: string;
  /** Decides about each request; every one passes until this is set. */
  judge: (request: IncomingMessage) => Verdict | Promise<Verdict>;
  /** Rewrites the text of the answer to this request; unset, answers pass as they are. */
  rewrite?: (request: IncomingMessage, body: string) => string;
  /** Requests seen, as "METHOD path". */
  seen: string[];
  close(): Promise<void>;
}

export async function flakyProxy(target: string): Promise<FlakyProxy> {
  const { hostname, port } = new URL(target);

  function forward(incoming: IncomingMessage, answer: ServerResponse, silent = false): void {
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (reply) =>
      silent ? reply.resume() : void pass(incoming, reply, answer),
    );
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  }

  async function forwardHalf(incoming: IncomingMessage): Promise<void> {
    const { method, url: path, headers } = incoming;
    const body = await buffer(incoming);
    const onward = request({ hostname, port, method, path, headers });
    onward.on("error", () => incoming.socket.destroy());
    onward.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      onward.destroy();
      incoming.socket.destroy();
    });
  }

  async function pass(incoming: IncomingMessage, reply: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { statusCode = 502, headers } = reply;
    if (!proxy.rewrite) {
      reply.pipe(answer.writeHead(statusCode, headers));
      return;
    }
    const body = Buffer.from(proxy.rewrite(incoming, await text(reply)));
    answer.writeHead(statusCode, { ...headers, "content-length": String(body.length) }).end(body);
  }

  async function decide(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    proxy.seen.push(`${incoming.method} ${incoming.url}`);
    const verdict = await proxy.judge(incoming);
    if (verdict === "pass") return forward(incoming, answer);
    if (verdict === "no answer") return forward(incoming, answer, true);
    if (verdict === "half") return forwardHalf(incoming);
    if (verdict === "hang up") return void incoming.socket.destroy();
    incoming.resume();
    const type = incoming.headers["content-type"] ?? "application/xml";
    const error = type.includes("json")
      ? JSON.stringify({ __type: verdict.code, message: "no" })
      : `<Error><Code>${verdict.code}</Code><Message>no</Message></Error>`;
    answer.writeHead(verdict.status, { "content-type": type }).end(incoming.method === "HEAD" ? "" : error);
  }

  const server = createServer((incoming, answer) => void decide(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: FlakyProxy = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    judge: () => "pass",
    seen: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
