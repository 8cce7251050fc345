import { type Properties } from "./values";

/** A call to an AWS service that failed: `CreateBucket failed: BucketAlreadyExists: …`. */
export class AwsCallError extends Error {
  /** The service's error name, such as `NoSuchBucket`, by which the SDK's waiters recognise it. */
  override readonly name: string;

  constructor(operation: string, endpoint: string, cause: Error) {
    const reason = isRefused(cause) ? `nothing answers at ${endpoint}` : `${cause.name}: ${cause.message.trim()}`;
    super(`${operation} failed: ${reason}`, { cause });
    this.name = cause.name;
  }
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "ECONNREFUSED") || isRefused(error.cause);
}

/** Whether a call failed with one of the given error names. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof AwsCallError && codes.includes(error.name);
}

/** The answer of a call, or undefined if it fails with one of the error names that mean "there is none". */
export async function unless<T>(codes: string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isCode(error, ...codes)) return undefined;
    throw error;
  }
}

/** The resource exists but is incomplete: the engine keeps it, and the next run completes it. */
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
