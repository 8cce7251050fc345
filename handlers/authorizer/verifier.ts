/** Verifies tokens of one user pool; its keys are fetched once in the life of a function's environment. */
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { FetchError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { z } from "zod";

import { type Settings } from "./settings";

/** Cognito's keys come from the issuer; outside AWS (AWS_ENDPOINT_URL) from that endpoint, whose tokens name the same issuer. */
function keyCache(endpoint = process.env.AWS_ENDPOINT_URL): SimpleJwksCache {
  if (endpoint === undefined) return new SimpleJwksCache();
  return new SimpleJwksCache({
    fetcher: {
      async fetch(uri) {
        const response = await fetch(new URL(new URL(uri).pathname, endpoint));
        if (!response.ok) throw new FetchError(uri, `status ${response.status}`);
        return response.arrayBuffer();
      },
    },
  });
}

/** Checks signature, issuer, expiry, use and client of a token. */
export function verifierFor({ USER_POOL_ID, CLIENT_IDS, TOKEN_USE }: Settings) {
  return CognitoJwtVerifier.create(
    { userPoolId: USER_POOL_ID, clientId: CLIENT_IDS, tokenUse: TOKEN_USE },
    { jwksCache: keyCache() },
  );
}

const claimsSchema = z.object({
  sub: z.string(),
  scope: z.string().default(""),
  "cognito:groups": z.array(z.string()).default([]),
  /** In access tokens of people; a machine has none. */
  username: z.string().optional(),
  "cognito:username": z.string().optional(),
  client_id: z.string().optional(),
  aud: z.string().optional(),
});

/** Who holds a verified token, whatever its kind. */
export function readCaller(claims: object) {
  const { sub, scope, username, client_id, aud, ...named } = claimsSchema.parse(claims);
  return {
    sub,
    username: username ?? named["cognito:username"] ?? "",
    clientId: client_id ?? aud ?? "",
    scopes: scope.split(" ").filter((name) => name !== ""),
    groups: named["cognito:groups"],
  };
}
