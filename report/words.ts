import { type ReportDocument } from "./document";
import { Outcome } from "./verdict";

type Change = ReportDocument["changes"][number];

/** The verdict in words. */
export const verdictWords: Record<Outcome, { sign: string; text: string }> = {
  [Outcome.Ready]: { sign: "✅", text: "can be merged" },
  [Outcome.Review]: { sign: "⚠️", text: "needs review" },
  [Outcome.Blocked]: { sign: "⛔", text: "is blocked" },
};

/** `3 created, 1 updated`, `no changes`. */
export function formatTally(changes: readonly Change[]): string {
  const kinds = ["create", "update", "replace", "delete"] as const;
  const parts = kinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [`${count} ${kind}d`] : [];
  });
  return parts.join(", ") || "no changes";
}

/** `headroom, eu-west-1, commit 1a2b3c4, 2026-11-29 16:42 UTC`, as far as it is known. */
export function madeWords({ project, region, made }: ReportDocument): string {
  const at = made?.at && `${made.at.slice(0, 10)} ${made.at.slice(11, 16)} UTC`;
  return [project, region, made?.commit && `commit ${made.commit}`, at].filter((part) => part).join(", ");
}

/** `125 open, 3 of them mandatory and on changed resources`, `none open`. */
export function openWords({ all, mandatoryOnChanged }: ReportDocument["openChecks"]): string {
  if (all === 0) return "none open";
  return `${all} open${mandatoryOnChanged > 0 ? `, ${mandatoryOnChanged} of them mandatory and on changed resources` : ""}`;
}

export const signs: Record<Change["kind"], string> = { create: "+", update: "~", replace: "±", delete: "−" };

export const usd = (amount: number): string =>
  `${amount < 0 ? "−" : ""}${Math.abs(amount).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} USD`;

/** `40.12 USD a month, 3.20 USD more than before`. */
export function costWords(cost: NonNullable<ReportDocument["cost"]>): string {
  const change = cost.difference?.monthly;
  const compared =
    change === undefined || Math.abs(change) < 0.005
      ? ""
      : `, ${usd(Math.abs(change))} ${change > 0 ? "more" : "less"} than before`;
  const open = cost.notPriced.length > 0 ? `; ${cost.notPriced.length} not priced` : "";
  return `${usd(cost.monthly)} a month${compared}${open}`;
}

/** One changed place: `timeout: 60 → 120`. */
export function placeWords({ path, from, to, replaces }: Change["places"][number]): string {
  return `${path}: ${from ?? "none"} → ${to ?? "none"}${replaces ? " (replaced)" : ""}`;
}

/** Arguments of which only AWS could say whether they change; none where there are none. */
export function undecidedWords({ undecided }: Pick<ReportDocument, "undecided">): string | undefined {
  if (undecided.length === 0) return undefined;
  const named = undecided.slice(0, 5).map(({ name, path }) => `${name} (${path})`);
  const more = undecided.length > named.length ? ` and ${undecided.length - named.length} more` : "";
  return `taken as deployed, since only AWS answers what they are made from: ${named.join(", ")}${more}; a file of answers decides them`;
}

export const number = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });

type Headroom = ReportDocument["headroom"][number];

/** `900 of 900 s`, `not measured: at most 262,144,000 bytes`. */
export const usedWords = ({ used, allowed, unit }: Headroom): string =>
  used === undefined
    ? `not measured: at most ${number(allowed)} ${unit}`
    : `${number(used)} of ${number(allowed)} ${unit}`;

/** The limit that the stack comes nearest to, of those whose use is measured. */
export const findNearest = (headroom: readonly Headroom[]): (Headroom & { percent: number }) | undefined =>
  headroom.flatMap((each) => (each.percent === undefined ? [] : [{ ...each, percent: each.percent }]))[0];
