/** Lambda@Edge at viewer request: who has a token of the user pool goes on, everybody else signs in or gets 401. */
import {
  type CloudFrontHeaders,
  type CloudFrontRequest,
  type CloudFrontRequestEvent,
  type CloudFrontRequestResult,
  type CloudFrontResultResponse,
} from "aws-lambda";

import { isRefusal } from "../authorizer/refusal";
import { verifierFor } from "../authorizer/verifier";
import { objectPath } from "../edge-request/rewrite";
import { cookieIn, isKept, setCookie } from "./cookies";
import { type Settings, type SignIn } from "./settings";
import { begin, exchange, readPending, signOutUrl, withoutPending } from "./signIn";
import { tokenIn } from "./token";

/** Built into the package: there is no environment. */
declare const EDGE_SETTINGS: Settings;

const { userPoolId, clientIds, tokenUse, cookie, jwks, signIn } = EDGE_SETTINGS;
const verifier = verifierFor({ userPoolId, clientIds, tokenUse, jwks });

const STATE_COOKIE = "__Host-sign-in";
const STATE_COOKIE_SECONDS = 600;

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html */
export async function handler(event: CloudFrontRequestEvent): Promise<CloudFrontRequestResult> {
  const { request } = event.Records[0]!.cf;
  try {
    if (signIn && request.uri === signIn.callbackPath) return await signedIn(request, signIn);
    if (signIn && request.uri === signIn.signOutPath) return signOut(request, signIn);
    if (await isSignedIn(request)) {
      delete request.headers.authorization; // the origin does not need it
      request.uri = objectPath(request.uri);
      return request;
    }
    return signIn && isPage(request) ? toSignIn(request, signIn) : refused();
  } catch (error) {
    // Neither the token nor a code goes into the log. A visitor whose token cannot be verified does not get in.
    console.error("tokens cannot be verified", (error as Error).name, (error as Error).message);
    return answer("503", "Service Unavailable", { "retry-after": [{ key: "Retry-After", value: "5" }] });
  }
}

async function isSignedIn({ headers }: CloudFrontRequest): Promise<boolean> {
  const token = tokenIn(headers, cookie);
  return token !== undefined && (await isValid(token));
}

async function isValid(token: string): Promise<boolean> {
  try {
    await verifier.verify(token);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** The pool has redirected a browser back: it gets its token as a cookie, and the page that it asked for. */
async function signedIn(request: CloudFrontRequest, to: SignIn): Promise<CloudFrontResultResponse> {
  const query = new URLSearchParams(request.querystring);
  const states = cookieIn(request.headers, STATE_COOKIE);
  const pending = readPending(states, query.get("state"));
  const code = query.get("code");
  const tokens = pending && code !== null ? await exchange(to, readHost(request), code, pending) : undefined;
  const token = tokenUse === "id" ? tokens?.id_token : tokens?.access_token;
  if (!pending || !tokens || token === undefined || !(await isValid(token))) {
    // A code is valid once. A visitor who went back to this address, or reloaded it, is signed in by then.
    return (await isSignedIn(request)) ? goTo(pending?.path ?? "/") : refused();
  }
  const left = withoutPending(states, pending);
  const stateCookie = setCookie(STATE_COOKIE, left, left === "" ? 0 : STATE_COOKIE_SECONDS);
  const session = setCookie(cookie, token, tokens.expires_in);
  // The browser would drop it, and sign in again in an endless loop.
  if (!isKept(session)) return tooLarge(token, stateCookie);
  return goTo(pending.path, [session, stateCookie]);
}

/** Takes the cookies away, and has the pool end its own session: without that, the next sign-in would ask for nothing. */
const signOut = (request: CloudFrontRequest, at: SignIn): CloudFrontResultResponse =>
  goTo(signOutUrl(at, readHost(request)), [setCookie(cookie, "", 0), setCookie(STATE_COOKIE, "", 0)]);

function tooLarge(token: string, stateCookie: ReturnType<typeof setCookie>): CloudFrontResultResponse {
  const headers = {
    "content-type": [{ key: "Content-Type", value: "text/plain; charset=utf-8" }],
    "set-cookie": [stateCookie],
  };
  return {
    ...answer("431", "Request Header Fields Too Large", headers),
    body:
      `You have signed in, but your token has ${token.length} bytes, and browsers keep cookies of 4,096 bytes only.\n` +
      "Ask the operator of this site to put you in fewer groups, or to shorten the groups' names.\n",
  };
}

function toSignIn(request: CloudFrontRequest, to: SignIn): CloudFrontResultResponse {
  const path = request.querystring ? `${request.uri}?${request.querystring}` : request.uri;
  const { location, stateCookie } = begin(to, readHost(request), path, cookieIn(request.headers, STATE_COOKIE));
  return goTo(location, [setCookie(STATE_COOKIE, stateCookie, STATE_COOKIE_SECONDS)]);
}

const goTo = (location: string, cookies: ReturnType<typeof setCookie>[] = []): CloudFrontResultResponse =>
  answer("302", "Found", {
    location: [{ key: "Location", value: location }],
    ...(cookies.length > 0 && { "set-cookie": cookies }),
  });

const refused = (): CloudFrontResultResponse =>
  answer("401", "Unauthorized", { "www-authenticate": [{ key: "WWW-Authenticate", value: "Bearer" }] });

function answer(status: string, statusDescription: string, headers: CloudFrontHeaders): CloudFrontResultResponse {
  return {
    status,
    statusDescription,
    headers: { "cache-control": [{ key: "Cache-Control", value: "no-store" }], ...headers },
  };
}

/** A browser that opens a page; what a page loads, and programs, cannot sign in. */
const isPage = ({ method, headers }: CloudFrontRequest): boolean =>
  method === "GET" && (headers.accept ?? []).some(({ value }) => value.includes("text/html"));

const readHost = ({ headers }: CloudFrontRequest): string => headers.host?.[0]?.value ?? "";
