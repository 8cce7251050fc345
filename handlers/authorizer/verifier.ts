/** Verifies tokens of one user pool; its keys are fetched once in the life of a function's environment. */
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { assertStringEquals } from "aws-jwt-verify/assert";
import { JwtInvalidIssuerError, JwtNotBeforeError, JwtParseError } from "aws-jwt-verify/error";
import { type Jwks } from "aws-jwt-verify/jwk";
import { decomposeUnverifiedJwt } from "aws-jwt-verify/jwt";

import { keyCache } from "./keys";

interface Expected {
  userPoolId: string;
  clientIds: string[];
  tokenUse: "access" | "id";
  /** The pool's keys, where they are known already. */
  jwks?: Jwks;
  /** Where keys come from outside AWS. Default: the issuer. */
  endpoint?: string;
}

/** Seconds by which the clocks of the pool and of the function may differ. */
const CLOCK_SECONDS = 60;

/**
 * Checks issuer, signature, times, use and client of a token; for one of another issuer nothing is fetched. API Gateway's own
 * authorizer refuses a token that was issued in the future too, which the library does not.
 */
export function verifierFor({ userPoolId, clientIds, tokenUse, jwks, endpoint }: Expected) {
  const { issuer } = CognitoJwtVerifier.parseUserPoolId(userPoolId);
  const verifier = CognitoJwtVerifier.create(
    { userPoolId, clientId: clientIds, tokenUse },
    { jwksCache: keyCache(endpoint) },
  );
  if (jwks) verifier.cacheJwks(jwks);
  return {
    async verify(token: string) {
      const { iss, exp, iat } = decomposeUnverifiedJwt(token).payload;
      assertStringEquals("Issuer", iss, issuer, JwtInvalidIssuerError);
      if (exp === undefined) throw new JwtParseError("the token never expires");
      if (iat !== undefined && iat > Date.now() / 1_000 + CLOCK_SECONDS) {
        throw new JwtNotBeforeError("the token was issued in the future", iat);
      }
      return verifier.verify(token);
    },
  };
}
