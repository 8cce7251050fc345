/**
 * The password of a connection to ElastiCache: a signed request of the function's role, good for 15 minutes.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
import { SignatureV4 } from "@smithy/signature-v4";

const VALID_SECONDS = 900;

export interface SignIn {
  cacheName: string;
  user: string;
}

type Signer = Pick<ConstructorParameters<typeof SignatureV4>[0], "credentials" | "region" | "sha256">;

/** A token for a serverless cache. Signing needs the credentials only, not the network. */
export async function connectToken({ cacheName, user }: SignIn, signer: Signer): Promise<string> {
  const { query = {} } = await new SignatureV4({ ...signer, service: "elasticache" }).presign(
    {
      method: "GET",
      protocol: "http:",
      hostname: cacheName,
      path: "/",
      query: { Action: "connect", User: user, ResourceType: "ServerlessCache" },
      headers: { host: cacheName },
    },
    { expiresIn: VALID_SECONDS },
  );
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${cacheName}/?${parameters.join("&")}`;
}
