/**
 * The password of an IAM database user: a request signed with the function's role, valid for 15 minutes to open a
 * connection. An open connection outlives it.
 */
import { Signer } from "@aws-sdk/rds-signer";

/** Tokens are renewed this long before AWS would refuse them, with a margin for the clock. */
const RENEW_MILLIS = 10 * 60_000;

/** Tokens for one user at one host, each used until it must be renewed. */
export function tokens(
  at: { hostname: string; port: number; username: string; region: string },
  { sign = signer(at), now = Date.now }: { sign?: () => Promise<string>; now?: () => number } = {},
): () => Promise<string> {
  let current: { token: Promise<string>; until: number } | undefined;
  return () => {
    if (!current || now() >= current.until) {
      const token = sign();
      const made = { token, until: now() + RENEW_MILLIS };
      current = made;
      token.catch(() => {
        if (current === made) current = undefined; // no credentials just now: the next one asks again
      });
    }
    return current.token;
  };
}

function signer(at: ConstructorParameters<typeof Signer>[0]): () => Promise<string> {
  const made = new Signer(at);
  return () => made.getAuthToken();
}
