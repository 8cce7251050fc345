/** Sign-in of a browser: authorization code with PKCE, with all that must outlast it in a cookie of ten minutes. */
import { createHash, randomBytes } from "node:crypto";

import { type SignIn } from "./settings";

/** A sign-in that has begun, as the state cookie holds it. */
interface PendingSignIn {
  /** Goes with the browser to the pool and back: an answer that nobody asked for has another. */
  state: string;
  /** Only who began the sign-in can end it. */
  verifier: string;
  /** Where the visitor wanted to go. */
  path: string;
}

export interface Tokens {
  access_token: string;
  id_token: string;
  /** Seconds. */
  expires_in: number;
}

/** Browsers drop cookies of more than 4 KB: who asked for a longer address begins at the front page. */
const LONGEST_PATH = 2_000;

/** Begins a sign-in: where the browser goes, and the cookie that holds the sign-in meanwhile. */
export function begin(signIn: SignIn, host: string, path: string): { location: string; stateCookie: string } {
  const [state, verifier] = [randomText(), randomText()];
  const query = new URLSearchParams({
    response_type: "code",
    client_id: signIn.clientId,
    scope: signIn.scopes.join(" "),
    redirect_uri: callbackUrl(signIn, host),
    state,
    code_challenge_method: "S256",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  });
  const wanted = path.length <= LONGEST_PATH ? path : "/";
  const stateCookie = [state, verifier, Buffer.from(wanted).toString("base64url")].join(".");
  return { location: `https://${signIn.domain}/oauth2/authorize?${query.toString()}`, stateCookie };
}

/** The sign-in that the cookie is about, when the pool's answer is an answer to it. */
export function readPending(stateCookie: string | undefined, state: string | null): PendingSignIn | undefined {
  const [own, verifier, encoded] = stateCookie?.split(".") ?? [];
  if (!own || !verifier || encoded === undefined || own !== state) return undefined;
  const path = Buffer.from(encoded, "base64url").toString();
  // A path of this site: two slashes first would be another one.
  return { state: own, verifier, path: /^\/(?![/\\])/.test(path) ? path : "/" };
}

/** Tokens for the code that the pool sent the browser with; undefined when the pool refuses it. */
export async function exchange(
  signIn: SignIn,
  host: string,
  code: string,
  { verifier }: PendingSignIn,
): Promise<Tokens | undefined> {
  const response = await fetch(`https://${signIn.domain}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: signIn.clientId,
      code,
      redirect_uri: callbackUrl(signIn, host),
      code_verifier: verifier,
    }),
    signal: AbortSignal.timeout(3_000),
  });
  if (response.status === 400) return undefined;
  if (!response.ok) throw new Error(`the sign-in pages answered ${response.status}`);
  return (await response.json()) as Tokens;
}

const callbackUrl = ({ callbackPath }: SignIn, host: string): string => `https://${host}${callbackPath}`;
const randomText = (): string => randomBytes(32).toString("base64url");
