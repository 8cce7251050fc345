/** Lambda@Edge functions as they are deployed, each in a process with no more than theirs, and a user pool for sign-in. */
import { type CloudFrontHeaders, type CloudFrontRequest, type CloudFrontResultResponse } from "aws-lambda";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ownHandler } from "../../components";
import { edgeCode, type EdgeSettings, settingsLine } from "../../components/edge/edgeBundle";

/** What AWS sets for a function at the edge; there is nothing else in its environment. */
export const environment = {
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
  AWS_LAMBDA_FUNCTION_NAME: "us-east-1.edge",
  AWS_REGION: "eu-central-1",
  LANG: "en_US.UTF-8",
  TZ: ":UTC",
};

/** Runs requests through the package's handler, with a network that answers as it is told, and a clock that can be set;
 * tells what was asked of the network. */
const harness = `
  const { PassThrough } = require("node:stream");
  const { answers, requests, now } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  if (now) Date.now = () => now;
  const asked = [];
  const findAnswer = (url, body = "") => {
    asked.push({ url: String(url), body: String(body) });
    return answers.find(({ of }) => String(url).includes(of));
  };
  globalThis.fetch = async (url, { body } = {}) => {
    const answer = findAnswer(url, body);
    if (!answer) throw new TypeError("fetch failed");
    return new Response(JSON.stringify(answer.body ?? {}), { status: answer.status ?? 200 });
  };
  require("node:https").request = (url, _options, respond) => {
    const request = new PassThrough();
    const answer = findAnswer(url);
    if (answer) process.nextTick(() => respond(Object.assign(new PassThrough(), { statusCode: 200 }).end(JSON.stringify(answer.body))));
    else process.nextTick(() => request.destroy(new Error("the network is down")));
    return request;
  };
  const { handler } = require("./index.js");
  (async () => {
    const results = [];
    for (const request of requests) {
      results.push(await handler({ Records: [{ cf: { config: { eventType: "viewer-request" }, request } }] }));
    }
    process.stdout.write(JSON.stringify({ results, asked, variables: Object.keys(process.env) }));
  })();
`;

export interface Answer {
  /** A part of the address. */
  of: string;
  body?: unknown;
  status?: number;
}
export interface Run {
  results: (CloudFrontResultResponse & CloudFrontRequest)[];
  asked: { url: string; body: string }[];
  variables: string[];
  log: string;
}

/**
 * Packs the handler with its settings, starts it in a new process, and sends it requests.
 * @param now What its clock says, in milliseconds. Default: the time
 */
export async function run(
  name: string,
  settings: EdgeSettings,
  requests: object[],
  answers: Answer[] = [],
  now?: number,
): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-edge-"));
  try {
    writeFileSync(path.join(folder, "index.js"), settingsLine(settings) + edgeCode(ownHandler(name), "node24"));
    const child = spawn(process.execPath, ["--max-old-space-size=128", "-e", harness], {
      cwd: folder,
      env: environment,
    });
    let stdout = "";
    let log = "";
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (log += data.toString()));
    child.stdin.end(JSON.stringify({ answers, requests, now }));
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 0, log);
    return { ...(JSON.parse(stdout) as Omit<Run, "log">), log };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const toHeaders = (values: Record<string, string>): CloudFrontHeaders =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]));
export const visit = (uri: string, headers: Record<string, string> = {}, querystring = "") => ({
  clientIp: "198.51.100.1",
  method: "GET",
  uri,
  querystring,
  headers: toHeaders({ Host: "www.example.com", ...headers }),
});
export const header = (answer: CloudFrontResultResponse | undefined, name: string): string[] =>
  (answer?.headers?.[name] ?? []).map(({ value }) => value);

const userPoolId = "eu-central-1_AbCdEf123";
export const iss = `https://cognito-idp.eu-central-1.amazonaws.com/${userPoolId}`;
const kid = "pool-key";
export const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
export const pool = pair();
const jwk = { ...pool.publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" };
export const settings = {
  userPoolId,
  clientIds: ["app", "web"],
  tokenUse: "access",
  cookie: "__Host-session",
  jwks: { keys: [jwk] },
};
export const signIn = {
  domain: "example.auth.eu-central-1.amazoncognito.com",
  clientId: "web",
  scopes: ["openid", "email"],
  callbackPath: "/members/signed-in",
};
export const now = Math.floor(Date.now() / 1_000);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
/** A token of the pool; `key` and `alg` make it another's. */
export function token(claims: object = {}, key: KeyObject = pool.privateKey, alg = "RS256"): string {
  const text = [
    part({ kid, alg }),
    part({ sub: "u", iss, token_use: "access", client_id: "app", iat: now, exp: now + 300, ...claims }),
  ].join(".");
  return `${text}.${alg === "none" ? "" : sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}
export const bearer = (value: string) => ({ Authorization: `Bearer ${value}` });
export const page = { Accept: "text/html,application/xhtml+xml" };
