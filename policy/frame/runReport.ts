import { writeFileSync } from "node:fs";

import { type FindingKey } from "./baseline";
import { type Exempted, type Exemption } from "./exemptions";
import { type Finding } from "./found";
import { type Link } from "./graph";
import { type Headroom } from "./headroom";
import { type NotLookedAt } from "./notLookedAt";
import { type Open, type OpenForms } from "./unanswered";

/** The environment variable that names the file for the report of a run. */
export const reportVariable = "HEADROOM_POLICY_REPORT";

/** The machine-readable report of a run, besides the violations. */
export interface RunReport {
  /**
   * The use of limits in percent, the nearest first: of each limit the nearest resource, every resource from the configured
   * threshold on, and every one whose use cannot be measured.
   */
  readonly headroom: readonly {
    readonly rule: string;
    readonly limit: string;
    readonly title: string;
    /** Without one it is the stack's use. */
    readonly urn?: string | undefined;
    readonly resource?: string | undefined;
    /** Without it, and `percent`, the use could not be measured. */
    readonly used?: number | undefined;
    readonly allowed: number;
    readonly unit: string;
    readonly percent?: number | undefined;
    /** Whether AWS raises the limit on request. */
    readonly adjustable: boolean;
    readonly page: string;
  }[];
  /** The violations that are accepted. */
  readonly exempted: readonly Exempted[];
  readonly expiredExemptions: readonly Exemption[];
  readonly unusedExemptions: readonly Exemption[];
  /** The checks that could not be made. */
  readonly notEvaluated: readonly Open[];
  /** The texts whose form could not be checked, counted by rule: nearly every ARN before the first deployment is one. */
  readonly formsNotEvaluated: readonly OpenForms[];
  /** All findings that are not exempt; those of a baseline are included. */
  readonly findings: readonly Finding[];
  /** The baseline, if there is one: findings that remain, which do not count, and findings that are fixed. */
  readonly baseline?: { readonly covered: readonly FindingKey[]; readonly fixed: readonly FindingKey[] } | undefined;
  /** The day whose rules were asked for, and those that are newer. */
  readonly rulesAsOf?: string | undefined;
  readonly heldBack: readonly string[];
  /** Resources of types that no rule looks at. */
  readonly notLookedAt: readonly NotLookedAt[];
  /** Which resources were made from which others. */
  readonly links: readonly Link[];
}

/** The part of the headroom that is reported. */
export function headroomReport(all: readonly Headroom[], threshold: number): RunReport["headroom"] {
  const reported = new Set<string>();
  return all
    .filter(({ limit, percent }) => {
      const first = !reported.has(limit.id);
      reported.add(limit.id);
      return first || percent === undefined || percent >= threshold;
    })
    .map(({ rule, limit, resource, used, allowed, percent }) => ({
      rule,
      limit: limit.id,
      title: limit.title,
      urn: resource?.urn,
      resource: resource?.label,
      used,
      allowed,
      unit: limit.unit,
      percent,
      adjustable: limit.kind === "adjustable",
      page: limit.page,
    }));
}

/** Writes the report of a run where it is asked for. */
export function writeReport(file: string, report: RunReport): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
