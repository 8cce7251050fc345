/** A real HTTP hop in front of the emulator that answers some requests itself, as a throttled or failing service would. */
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type Verdict = { status: number; code: string } | "hang up" | "pass";

export interface FlakyProxy {
  endpoint: string;
  /** Decides about each request; every one passes until this is set. */
  judge: (request: IncomingMessage) => Verdict;
  /** Rewrites the text of the answer to this request; unset, answers pass as they are. */
  rewrite?: (request: IncomingMessage, body: string) => string;
  /** Requests seen, as "METHOD path". */
  seen: string[];
  close(): Promise<void>;
}

export async function flakyProxy(target: string): Promise<FlakyProxy> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, answer) => {
    proxy.seen.push(`${incoming.method} ${incoming.url}`);
    const verdict = proxy.judge(incoming);
    if (verdict === "hang up") return void incoming.socket.destroy();
    if (verdict !== "pass") {
      incoming.resume();
      const body = incoming.method === "HEAD" ? "" : `<Error><Code>${verdict.code}</Code><Message>no</Message></Error>`;
      return void answer.writeHead(verdict.status, { "content-type": "application/xml" }).end(body);
    }
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (reply) => {
      const { rewrite } = proxy;
      if (!rewrite) {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
        return;
      }
      void text(reply).then((body) => {
        const rewritten = Buffer.from(rewrite(incoming, body));
        const length = { "content-length": String(rewritten.length) };
        answer.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...length }).end(rewritten);
      });
    });
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  });
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
