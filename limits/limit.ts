/** Where a figure was read. Only the API model and a current documentation page count as verified. */
export type Source =
  | "api model"
  | "documentation"
  | "documentation of 2023"
  | "copy of the documentation"
  | "cfn-lint data"
  | "provider schema"
  | "general knowledge";

/** One documented limit of an AWS service. Components check arguments against it, rules enforce it, docs list it. */
export interface Limit {
  /** Stable id, `service.name`; it is also the key that overrides an adjustable limit in the pack's configuration. */
  readonly id: string;
  readonly title: string;
  /** Smallest value allowed, inclusive. */
  readonly min?: number;
  /** Largest value allowed, inclusive. */
  readonly max?: number;
  /** What AWS uses when the property is left out. */
  readonly default?: number;
  /** The only values allowed, when the range has gaps. */
  readonly values?: readonly number[];
  readonly unit: string;
  /** `adjustable` quotas can be raised by AWS on request: the account's own figure goes into the pack's configuration. */
  readonly kind: "hard" | "adjustable";
  /**
   * Code in AWS Service Quotas, for `aws service-quotas get-service-quota`, as AWS's documentation links it. An adjustable
   * limit without one is raised through AWS Support.
   */
  readonly quotaCode?: string;
  readonly page: string;
  /** Date (or month) of the last check against the sources. */
  readonly checked: string;
  readonly verified: boolean;
  readonly sources: readonly Source[];
  /** When AWS changed the figure, and what it was before. */
  readonly since?: string;
  readonly note?: string;
}

/** How well a group of figures was verified; spread into the records. */
export const provenance = {
  /** AWS's API model and its current documentation. */
  modelAndPage: { kind: "hard", checked: "2026-11", verified: true, sources: ["api model", "documentation"] },
  /** AWS's API model. */
  model: { kind: "hard", checked: "2026-11", verified: true, sources: ["api model"] },
  /** A current page of AWS's documentation. */
  page: { kind: "hard", checked: "2026-11", verified: true, sources: ["documentation"] },
  /** AWS's documentation as of 2023: no change is known, but not confirmed. */
  page2023: { kind: "hard", checked: "2026-11", verified: false, sources: ["documentation of 2023"] },
  /** Known in the field, not confirmed at AWS. */
  general: { kind: "hard", checked: "2026-11", verified: false, sources: ["general knowledge"] },
} as const satisfies Record<string, Pick<Limit, "kind" | "checked" | "verified" | "sources">>;
