/** Verifies tokens of one user pool; its keys are fetched once in the life of a function's environment. */
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { assertStringEquals } from "aws-jwt-verify/assert";
import { JwtInvalidIssuerError, JwtParseError } from "aws-jwt-verify/error";
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

/** Checks issuer, signature, expiry, use and client of a token; for one of another issuer nothing is fetched. */
export function verifierFor({ userPoolId, clientIds, tokenUse, jwks, endpoint }: Expected) {
  const { issuer } = CognitoJwtVerifier.parseUserPoolId(userPoolId);
  const verifier = CognitoJwtVerifier.create(
    { userPoolId, clientId: clientIds, tokenUse },
    { jwksCache: keyCache(endpoint) },
  );
  if (jwks) verifier.cacheJwks(jwks);
  return {
    async verify(token: string) {
      const { iss, exp } = decomposeUnverifiedJwt(token).payload;
      assertStringEquals("Issuer", iss, issuer, JwtInvalidIssuerError);
      if (exp === undefined) throw new JwtParseError("the token never expires");
      return verifier.verify(token);
    },
  };
}
