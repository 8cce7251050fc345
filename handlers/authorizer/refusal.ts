/** Distinguishes a token that is not valid from an outage. */
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwtBaseError,
  NonRetryableFetchError,
} from "aws-jwt-verify/error";

/** Whether the token is at fault, rather than what is needed to verify it. */
export function isRefusal(error: unknown): error is JwtBaseError | RangeError {
  // The library says in words when a token begins or ends, which it cannot for a number that is no date.
  if (error instanceof NonRetryableFetchError || error instanceof RangeError) return true;
  const outage = [FetchError, JwksNotAvailableInCacheError, JwksValidationError].some((kind) => error instanceof kind);
  return error instanceof JwtBaseError && !outage;
}
