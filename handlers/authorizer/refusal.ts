/** Distinguishes a token that is not valid from an outage. */
import { FetchError, JwksNotAvailableInCacheError, JwksValidationError, JwtBaseError } from "aws-jwt-verify/error";

/** Whether the token is at fault, rather than what is needed to verify it. */
export function isRefusal(error: unknown): error is JwtBaseError {
  const outage = [FetchError, JwksNotAvailableInCacheError, JwksValidationError].some((kind) => error instanceof kind);
  return error instanceof JwtBaseError && !outage;
}
