import { type Properties } from "./values";

/** A call to an AWS service that failed: `CreateBucket failed: BucketAlreadyExists: …`. */
export class AwsCallError extends Error {
  /** The name that the service gives the error, for example `NoSuchBucket`. */
  readonly code: string;

  constructor(method: string, endpoint: string, cause: Error) {
    const call = method.charAt(0).toUpperCase() + method.slice(1);
    const reason = isRefused(cause) ? `nothing answers at ${endpoint}` : `${cause.name}: ${cause.message.trim()}`;
    super(`${call} failed: ${reason}`, { cause });
    this.code = cause.name;
  }
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "ECONNREFUSED") || isRefused(error.cause);
}

/** Whether a call failed with one of the given error names. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof AwsCallError && codes.includes(error.code);
}

/** The answer of a call, or undefined where it fails with one of the error names that mean "there is none". */
export async function unless<T>(codes: string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isCode(error, ...codes)) return undefined;
    throw error;
  }
}

/** A resource that exists but could not be finished: the engine keeps it, and the next run completes it. */
export class IncompleteError extends Error {
  constructor(
    message: string,
    readonly id: string,
    readonly outputs: Properties,
    readonly inputs: Properties,
  ) {
    super(message);
  }
}
