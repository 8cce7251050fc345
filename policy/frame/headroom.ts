import { type Graph } from "./graph";
import { type Context, type Rule, listTypes, type Usage } from "./rule";

/** The use of a limit, in percent of it; both are undefined if it cannot be measured. */
export interface Headroom extends Usage {
  /** Id of the rule that measures it. */
  readonly rule: string;
  readonly allowed: number;
  readonly percent: number | undefined;
}

/** The use of every limit that rules measure, the nearest first and unmeasured ones last. */
export async function headroom(rules: readonly Rule[], stack: Graph, context: Context): Promise<readonly Headroom[]> {
  const all: Headroom[] = [];
  for (const rule of rules.filter((rule) => rule.usage !== undefined)) {
    for (const use of await measureUses(rule, stack)) {
      const { max } = context.limit(use.limit);
      if (max !== undefined) {
        const percent = use.used === undefined ? undefined : Math.floor((100 * use.used) / max);
        all.push({ ...use, rule: rule.id, allowed: max, percent });
      }
    }
  }
  return all.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
}

/** Measured once for each stack and rule, for the rule `near-limit` and the report at the end of the run. */
const measuredBefore = new WeakMap<Graph, Map<Rule, Promise<readonly Usage[]>>>();

async function measureUses(rule: Rule, stack: Graph): Promise<readonly Usage[]> {
  const ofStack = measuredBefore.get(stack) ?? new Map<Rule, Promise<readonly Usage[]>>();
  measuredBefore.set(stack, ofStack);
  const uses = ofStack.get(rule) ?? measure(rule, stack);
  ofStack.set(rule, uses);
  return uses;
}

type Uses = readonly Usage[] | Promise<readonly Usage[]>;

async function measure(rule: Rule, stack: Graph): Promise<readonly Usage[]> {
  const measured: Usage[] = [];
  // Few have to wait, and each that did would let other work in between.
  for (const uses of listUses(rule, stack)) measured.push(...(uses instanceof Promise ? await uses : uses));
  return measured;
}

function listUses(rule: Rule, stack: Graph): readonly Uses[] {
  if (rule.scope === "stack") return rule.usage ? [rule.usage(stack)] : [];
  return listTypes(rule)
    .flatMap((type) => stack.ofType(type))
    .map((resource) => rule.usage?.(resource) ?? []);
}
