import { describe, type Exempted } from "./exemptions";
import { describeNotLookedAt } from "./notLookedAt";
import { type RunReport } from "./runReport";
import { summary } from "./unanswered";

/** One thing that the policy `headroom` says at the end of a run. */
export interface Summary {
  readonly text: string;
  readonly level: "mandatory" | "advisory";
}

/** The messages at the end of a run; none if there is nothing to report. */
export function summaries(run: RunReport): readonly Summary[] {
  const advisory = (text: string): Summary => ({ text, level: "advisory" });
  return [
    ...(run.notEvaluated.length + run.formsNotEvaluated.length > 0
      ? [advisory(summary(run.notEvaluated, run.formsNotEvaluated))]
      : []),
    ...(run.notLookedAt.length > 0 ? [advisory(`${describeNotLookedAt(run.notLookedAt)}.`)] : []),
    ...(run.heldBack.length > 0 ? [advisory(heldBack(run))] : []),
    ...(run.baseline ? [advisory(ofBaseline(run.baseline))] : []),
    ...(run.exempted.length > 0 ? [advisory(exempted(run.exempted))] : []),
    ...run.expiredExemptions.map((exemption): Summary => {
      const fix = "Fix: Fix what it covered and remove the exemption, or set a later date.";
      return { text: `an exemption has expired: ${describe(exemption)}.\n${fix}`, level: "mandatory" };
    }),
    ...run.unusedExemptions.map((exemption) =>
      advisory(`an exemption is not needed: ${describe(exemption)}.\nFix: Remove it.`),
    ),
  ];
}

function heldBack({ heldBack: ids, rulesAsOf = "" }: RunReport): string {
  return `${ids.length === 1 ? "1 rule is" : `${ids.length} rules are`} newer than ${rulesAsOf} and held back.`;
}

/** One line, and one for each finding that is there no more. */
function ofBaseline({ covered, fixed }: NonNullable<RunReport["baseline"]>): string {
  const still = `${covered.length === 1 ? "1 finding" : `${covered.length} findings`} of the baseline still there, not counted`;
  if (fixed.length === 0) return `${still}.`;
  const lines = fixed.map(({ rule, urn, key }) => `  ${rule} on ${urn.slice(urn.lastIndexOf("::") + 2)}: ${key}`);
  return `${still}; ${fixed.length} fixed, which a new baseline leaves out:\n${lines.join("\n")}`;
}

/** Each exemption with the violations that it covers. */
function exempted(all: readonly Exempted[]): string {
  const byExemption = new Map<string, string[]>();
  for (const { exemption, resource, says } of all) {
    const key = describe(exemption);
    const covered = byExemption.get(key);
    if (covered) covered.push(`${resource}: ${says}`);
    else byExemption.set(key, [`${resource}: ${says}`]);
  }
  const lines = [...byExemption].map(
    ([key, covered]) => `  ${key}\n${covered.map((each) => `    ${each}`).join("\n")}`,
  );
  const count = all.length === 1 ? "1 violation is" : `${all.length} violations are`;
  return `${count} exempt:\n${lines.join("\n")}`;
}
