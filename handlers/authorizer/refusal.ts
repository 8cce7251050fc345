/** Distinguishes a token that is not valid from an outage. */
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwtBaseError,
  NonRetryableFetchError,
} from "aws-jwt-verify/error";

/** Whether the token is at fault, rather than what is needed to verify it. */
export function isRefusal(error: unknown): error is JwtBaseError {
  if (error instanceof NonRetryableFetchError) return true;
  const outage = [FetchError, JwksNotAvailableInCacheError, JwksValidationError].some((kind) => error instanceof kind);
  return error instanceof JwtBaseError && !outage;
}
