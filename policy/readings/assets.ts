/** Stands in a resource's properties where the engine marks an asset or an archive. */
export const kindKey = "headroom:kind";

/** An asset or archive as the engine sends it, but for its mark. An archive of a path has empty `assets` as well. */
export interface Sent {
  readonly [kindKey]: "asset" | "archive";
  readonly hash?: string;
  readonly path?: string;
  readonly uri?: string;
  readonly text?: string;
  readonly assets?: Readonly<Record<string, Sent>>;
}

export function isSent(value: unknown): value is Sent {
  return typeof value === "object" && value !== null && kindKey in value;
}
