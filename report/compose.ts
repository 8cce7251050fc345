import { type RunReport } from "../policy/frame/runReport";
import { type Change, changesBetween, type Differ, type Plan } from "./changes";
import { estimateCost, type ListedRates, type Usage } from "./cost";
import { type ReportDocument } from "./document";
import { buildScene, type Scene } from "./picture/scene";
import { withoutUndecided } from "./undecided";
import { decideVerdict } from "./verdict";

/** What a preview found, and what it is compared with. */
export interface ReportInput {
  project: string;
  stack: string;
  region: string;
  plan: Plan;
  /** What the changes are changes to. Without one, everything is new. */
  base?: { name: string; plan: Plan; deployed?: boolean } | { name: string; failure: string } | undefined;
  policy: RunReport | undefined;
  findings: ReportDocument["findings"];
  /** What the policies did not look at; none where they looked at all. */
  notLookedAt?: string | undefined;
  /** When the report is made, and of which commit, if it is of one. */
  made?: { at: string; commit?: string | undefined };
  /** Why the preview failed; none where it did not. */
  errors: readonly string[];
  /** Percent from which a limit is near. */
  threshold: number;
  usage: Usage;
  /** Rates read from AWS's price lists. */
  listed?: ListedRates | undefined;
  differ: Differ;
}

const nothing: Plan = { resources: [], links: [] };

/** Makes the report of a preview. A failed one has its errors only: an incomplete plan means nothing. */
export function composeReport(given: ReportInput): ReportDocument {
  const failed = given.errors.length > 0;
  const input = failed
    ? { ...given, plan: nothing, base: undefined, policy: undefined, findings: [], notLookedAt: undefined }
    : given;
  const { project, stack, region, plan, policy, findings, errors, usage, listed } = input;
  const base = input.base && "plan" in input.base ? input.base : undefined;
  const all = changesBetween(base?.plan ?? nothing, plan, input.differ);
  const { changes, undecided } = base?.deployed ? withoutUndecided(all, plan.links) : { changes: all, undecided: [] };
  const marks = new Map(base ? changes.map(({ urn, kind }) => [urn, kind] as const) : []);
  const headroom = [...(policy?.headroom ?? [])];
  const open = policy?.notEvaluated ?? [];
  const openChecks = { all: open.length, mandatoryOnChanged: mandatoryOnChanged(open, changes) };
  const count = (level: string): number => findings.filter(({ enforcement }) => enforcement === level).length;
  const verdict = decideVerdict({
    errors,
    mandatory: count("mandatory"),
    advisory: count("advisory"),
    expiredExemptions: policy?.expiredExemptions.length ?? 0,
    openMandatory: openChecks.mandatoryOnChanged,
    baseFailure: input.base && "failure" in input.base ? input.base.failure : undefined,
    changes,
    nearest: Math.max(0, ...headroom.map(({ percent = 0 }) => percent)),
    threshold: input.threshold,
  });
  const cost =
    plan.resources.length > 0
      ? estimateCost({ resources: plan.resources, region, usage, listed, ...(base && { base: base.plan.resources }) })
      : undefined;
  // Through JSON, as machines get it: no undefined values, and no shared lists.
  const document: unknown = {
    version: 1,
    project,
    stack,
    region,
    made: given.made,
    ...(failed && { failed }),
    comparedWith: comparedWith(given.base),
    verdict,
    changes,
    undecided,
    findings,
    exempted: policy?.exempted ?? [],
    expiredExemptions: policy?.expiredExemptions ?? [],
    unusedExemptions: policy?.unusedExemptions ?? [],
    notEvaluated: open,
    openChecks,
    notLookedAt: input.notLookedAt,
    headroom,
    cost,
    picture: drawChange(base?.plan ?? nothing, plan, marks),
    resources: plan.resources,
    links: plan.links,
  };
  return JSON.parse(JSON.stringify(document)) as ReportDocument;
}

/** The picture of the planned stack, with deleted resources in their former place. */
function drawChange(before: Plan, now: Plan, marks: ReadonlyMap<string, Change["kind"]>): Scene {
  const there = new Set(now.resources.map(({ urn }) => urn));
  const lost = before.resources.filter(({ urn }) => !there.has(urn));
  const wasPart = new Set(lost.map(({ urn }) => urn));
  const links = before.links.filter(({ from, to }) => wasPart.has(from) || wasPart.has(to));
  return buildScene([...now.resources, ...lost], [...now.links, ...links], marks);
}

function comparedWith(base: ReportInput["base"]): string {
  if (!base) return "nothing (the stack is new)";
  return "failure" in base ? `nothing: ${base.name} cannot be previewed` : base.name;
}

/** Those on the stack as a whole count as soon as anything changes. */
function mandatoryOnChanged(open: RunReport["notEvaluated"], changes: readonly Change[]): number {
  const changed = new Set(changes.filter(({ kind }) => kind !== "delete").map(({ urn }) => urn));
  return open.filter(
    ({ level, urn }) => level === "mandatory" && (changed.has(urn) || (urn === "" && changes.length > 0)),
  ).length;
}
