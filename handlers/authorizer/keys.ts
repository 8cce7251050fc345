/**
 * Public keys of a user pool: fetched with a timeout, once for all requests that wait, and at most every ten seconds,
 * however many unknown key ids arrive.
 */
import { FetchError, NonRetryableFetchError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";

/** Within the shortest timeout of a function that verifies tokens: 5 s, at the edge as well. */
const FETCH_MILLISECONDS = 2_000;

/**
 * A cache of keys. Cognito's come from the issuer; outside AWS (`endpoint`) from that endpoint, whose tokens name the same
 * issuer. After a key that the pool does not have, ten seconds go by before the keys are fetched again.
 */
export function keyCache(endpoint?: string): SimpleJwksCache {
  return new SimpleJwksCache({
    fetcher: {
      fetch: (uri) => fetchKeys(uri, endpoint === undefined ? uri : new URL(new URL(uri).pathname, endpoint)),
    },
  });
}

/**
 * @throws NonRetryableFetchError when there are no keys for the token, because the pool does not exist or is not
 * accessible: no outage
 * @throws FetchError when the keys cannot be fetched now
 */
async function fetchKeys(uri: string, from: string | URL): Promise<ArrayBuffer> {
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(FETCH_MILLISECONDS), redirect: "error" });
    if (response.ok) return await response.arrayBuffer();
    const [kind, busy] = [NonRetryableFetchError, [408, 429]];
    const isFinal = response.status >= 400 && response.status < 500 && !busy.includes(response.status);
    throw new (isFinal ? kind : FetchError)(uri, `status ${response.status}`);
  } catch (error) {
    throw error instanceof FetchError ? error : new FetchError(uri, (error as Error).message);
  }
}
