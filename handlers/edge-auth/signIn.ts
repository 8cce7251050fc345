/** Sign-in of a browser: authorization code with PKCE, with its state in a cookie that lasts ten minutes. */
import { createHash, randomBytes } from "node:crypto";

import { type SignIn } from "./settings";

/** A sign-in that has begun, as the state cookie holds it. */
interface PendingSignIn {
  /** Sent to the pool and back with the browser: an unsolicited answer has another value. */
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

/**
 * Browsers drop cookies of more than 4 KB: after a sign-in from a longer address, the visitor starts at the front
 * page.
 */
const LONGEST_PATH = 2_000;

/** Parts of a sign-in in the cookie, and the most characters of a cookie with several: a browser has several tabs. */
const PARTS = 3;
const LONGEST_STATES = 3_500;

/**
 * A path of this site. Browsers remove white space from an address and read a backslash as a slash: two slashes lead
 * to another site.
 */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path);

/**
 * Begins a sign-in: where the browser goes, and the cookie that holds the sign-in meanwhile, next to those of other tabs.
 * @param before The cookie as it is
 */
export function begin(
  signIn: SignIn,
  host: string,
  path: string,
  before?: string,
): { location: string; stateCookie: string } {
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
  const wanted = path.length <= LONGEST_PATH && isOwnPath(path) ? path : "/";
  const begun = [state, verifier, Buffer.from(wanted).toString("base64url")].join(".");
  return {
    location: `https://${signIn.domain}/oauth2/authorize?${query.toString()}`,
    stateCookie: joinStates([begun, ...splitStates(before)]),
  };
}

/** The sign-ins of a cookie, the newest first. */
function splitStates(cookie = ""): string[] {
  const parts = cookie === "" ? [] : cookie.split(".");
  return Array.from({ length: Math.floor(parts.length / PARTS) }, (_, index) =>
    parts.slice(index * PARTS, (index + 1) * PARTS).join("."),
  );
}

/** As many of them as a browser keeps. */
function joinStates(states: string[]): string {
  let kept = "";
  for (const state of states) {
    const longer = kept === "" ? state : `${kept}.${state}`;
    if (kept !== "" && longer.length > LONGEST_STATES) break;
    kept = longer;
  }
  return kept;
}

/** The cookie without a sign-in that has ended; empty when it was the only one. */
export const withoutPending = (cookie: string | undefined, { state }: PendingSignIn): string =>
  joinStates(splitStates(cookie).filter((each) => !each.startsWith(`${state}.`)));

/** The sign-in of the cookie that the pool's answer is an answer to. */
export function readPending(stateCookie: string | undefined, state: string | null): PendingSignIn | undefined {
  for (const pending of splitStates(stateCookie)) {
    const [own, verifier, encoded = ""] = pending.split(".");
    if (!own || !verifier || own !== state) continue;
    const path = Buffer.from(encoded, "base64url").toString();
    return { state: own, verifier, path: isOwnPath(path) ? path : "/" };
  }
  return undefined;
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

/**
 * Where the pool ends its session, and sends the browser back to the front page.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function signOutUrl({ domain, clientId }: SignIn, host: string): string {
  const query = new URLSearchParams({ client_id: clientId, logout_uri: `https://${host}/` });
  return `https://${domain}/logout?${query.toString()}`;
}

const callbackUrl = ({ callbackPath }: SignIn, host: string): string => `https://${host}${callbackPath}`;
const randomText = (): string => randomBytes(32).toString("base64url");
