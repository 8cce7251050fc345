/** What every AWS client of the handlers shares. */

/** A call that hangs must fail in time for a retry, instead of using up the function's own timeout. */
const requestHandler = { connectionTimeout: 3_000, socketTimeout: 15_000 };

/** Client settings. An endpoint is set only outside AWS (AWS_ENDPOINT_URL), where buckets have no host names of their own. */
export const clientSettings = { requestHandler, maxAttempts: 4 };
export const s3Settings = { ...clientSettings, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined };

/** True for the answer that an object, or its current version, does not exist. A missing bucket is another matter. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === "NoSuchKey" || error.name === "NotFound");

/** What a call answers; nothing where the object is missing. */
export async function unlessMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
