/** Why a photo can never have thumbnails. */
export type Reason =
  "empty" | "key-too-long" | "too-many-bytes" | "too-many-pixels" | "unsupported-format" | "unreadable";

/** A fault of the photo itself, as opposed to one of the services: it is recorded, not retried. */
export class PhotoFault extends Error {
  override readonly name = "PhotoFault";
  constructor(
    readonly reason: Reason,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
