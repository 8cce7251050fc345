import { type RunReport } from "../policy/runReport";
import { changesBetween, type Differ, type Plan } from "./changes";
import { estimateCost, type Usage } from "./cost";
import { type ReportDocument } from "./document";
import { sceneOf } from "./picture/scene";
import { verdictOf } from "./verdict";

/** What a preview found, and what it is compared with. */
export interface ReportInput {
  project: string;
  stack: string;
  region: string;
  plan: Plan;
  /** What the changes are changes to. Without one, everything is new. */
  base?: { name: string; plan: Plan } | undefined;
  policy: RunReport | undefined;
  findings: ReportDocument["findings"];
  /** Why the preview failed; none where it did not. */
  errors: readonly string[];
  /** Percent from which a limit is near. */
  threshold: number;
  usage: Usage;
  differ: Differ;
}

const nothing: Plan = { resources: [], links: [] };

/** Makes the report of a preview. */
export function composeReport(input: ReportInput): ReportDocument {
  const { project, stack, region, plan, base, policy, findings, errors, usage } = input;
  const changes = changesBetween(base?.plan ?? nothing, plan, input.differ);
  const marks = new Map(base ? changes.map(({ urn, kind }) => [urn, kind] as const) : []);
  const headroom = [...(policy?.headroom ?? [])];
  const count = (level: string): number => findings.filter(({ enforcement }) => enforcement === level).length;
  const verdict = verdictOf({
    errors,
    mandatory: count("mandatory"),
    advisory: count("advisory"),
    expiredExemptions: policy?.expiredExemptions.length ?? 0,
    changes,
    nearest: Math.max(0, ...headroom.map(({ percent = 0 }) => percent)),
    threshold: input.threshold,
  });
  const cost =
    plan.resources.length > 0
      ? estimateCost({ resources: plan.resources, region, usage, ...(base && { base: base.plan.resources }) })
      : undefined;
  // Through JSON, since this is what machines get: nothing that is undefined, and no list that somebody else changes.
  const document: unknown = {
    version: 1,
    project,
    stack,
    region,
    comparedWith: base?.name ?? "nothing: the stack is new",
    verdict,
    changes,
    findings,
    exempted: policy?.exempted ?? [],
    expiredExemptions: policy?.expiredExemptions ?? [],
    unusedExemptions: policy?.unusedExemptions ?? [],
    notEvaluated: policy?.notEvaluated ?? [],
    headroom,
    cost,
    picture: sceneOf(plan.resources, plan.links, marks),
    resources: plan.resources,
    links: plan.links,
  };
  return JSON.parse(JSON.stringify(document)) as ReportDocument;
}
