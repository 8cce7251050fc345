import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

interface Signer {
  /** Default: an API of API Gateway. */
  service?: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** SHA-256 as the signer wants it: keyed where it gives a key. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytes(secret));
  }

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    throw new Error("the signer makes a new one for each text");
  }
}

function bytes(value: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof value === "string") return Buffer.from(value);
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
}

/** A request that is signed by an IAM principal. */
export async function signed(
  address: string,
  { service = "execute-api", region, credentials }: Signer,
  { method = "GET", body, headers = {} }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { protocol, hostname, port, pathname, searchParams, host } = new URL(address);
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
  const request = await signer.sign({
    protocol,
    hostname,
    port: Number(port),
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: { ...headers, host },
    body,
  });
  return fetch(address, { method, body, headers: request.headers });
}
