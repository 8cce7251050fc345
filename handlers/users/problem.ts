/** Errors in the form of RFC 9457. Every text that a caller reads is here: no message of a service is passed on. */

/** One part of a request that is wrong. */
export interface Fault {
  /** Where: a JSON pointer into the body, or the name of a header or query parameter. */
  at: string;
  message: string;
}

/** An outcome that the answer to the caller describes. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail?: string,
    readonly faults?: Fault[],
    /** Further headers of the answer. */
    readonly headers: Record<string, string> = {},
  ) {
    super(detail ?? title);
  }
}

export const badRequest = (faults: Fault[]): Problem =>
  new Problem(400, "The request is not valid", "Correct what is listed in errors, and send it again.", faults);
export const notFound = (): Problem => new Problem(404, "There is no such user");
export const noSuchRoute = (): Problem => new Problem(404, "There is nothing at this address");
export const preconditionRequired = (): Problem =>
  new Problem(428, "If-Match is missing", "Read the user, and send its ETag in If-Match.");
export const preconditionFailed = (): Problem =>
  new Problem(412, "The user has changed meanwhile", "Read it again, and repeat the change on what it is now.");
export const keyReused = (): Problem =>
  new Problem(422, "The Idempotency-Key was used for another request", "Give each request a key of its own.");
export const tooLarge = (limit: number): Problem =>
  new Problem(413, "The body is too large", `At most ${limit} bytes are taken.`);
export const busy = (): Problem =>
  new Problem(503, "The service is busy", "Try again later.", [], { "Retry-After": "1" });
export const broken = (): Problem => new Problem(500, "The service has a problem", "Try again later.");

/** The body of the answer. */
export function problemBody({ status, title, detail, faults }: Problem, requestId: string): string {
  const errors = faults?.length ? faults : undefined;
  return JSON.stringify({ type: "about:blank", title, status, detail, errors, requestId });
}
