import { Baseline, withoutFigures } from "./baseline";
import { type Exemption, Exemptions } from "./exemptions";
import { Found } from "./found";
import { type Graph } from "./graph";
import { headroom } from "./headroom";
import { type Resource, stackType } from "./resource";
import {
  type Answer,
  type Context,
  everyType,
  type Remedy,
  type ResourceRule,
  type Rule,
  type StackRule,
  listTypes,
  type Verdict,
} from "./rule";
import { headroomReport, type RunReport } from "./runReport";
import { notLookedAt } from "./notLookedAt";
import { makeContext, defaults, type Enforcement, isHeldBack, findLevel, type Settings } from "./settings";
import { Unanswered } from "./unanswered";

/** The violations, and the checks that could not be made. Rules that hold are not included. */
export type Findings = ReadonlyMap<Rule, readonly Answer[]>;

/** The rules under one configuration, and the report of a run besides the violations. */
export class Evaluation {
  readonly stackRules: readonly StackRule[];
  private readonly byType = new Map<string, ResourceRule[]>();
  private readonly listsByType = new Map<string, readonly ResourceRule[]>();
  private readonly unanswered = new Unanswered();
  private given: Partial<Settings> = {};
  private settings: Settings = defaults;
  private context: Context = makeContext(defaults);
  private exemptions = new Exemptions([], this.context.today);
  private readonly accepted: Exemptions;
  private readonly found = new Found();
  private baseline: Baseline | undefined;

  /** @param accepted Findings that need no exemption in the configuration, unless it sets the rule's level. */
  constructor(
    private readonly rules: readonly Rule[],
    accepted: readonly Exemption[] = [],
  ) {
    this.accepted = new Exemptions(accepted, this.context.today);
    this.stackRules = rules.filter((rule) => rule.scope === "stack");
    for (const rule of rules) {
      if (rule.scope !== "resource") continue;
      for (const type of listTypes(rule)) {
        const ofType = this.byType.get(type);
        if (ofType) ofType.push(rule);
        else this.byType.set(type, [rule]);
      }
    }
  }

  /** Adopts the settings, which the server passes unchanged for every resource. */
  configure(given: Partial<Settings>): void {
    const keys = new Set([...Object.keys(given), ...Object.keys(this.given)]) as Set<keyof Settings>;
    if ([...keys].every((key) => given[key] === this.given[key])) return;
    const settings = { ...defaults, ...given };
    // Read it first, so that every resource reports an unreadable file.
    this.baseline = settings.baseline === undefined ? undefined : Baseline.read(settings.baseline);
    this.given = given;
    this.settings = settings;
    this.context = makeContext(this.settings);
    this.exemptions = new Exemptions(this.settings.exemptions, this.context.today);
  }

  rulesOn(type: string): readonly ResourceRule[] {
    const known = this.listsByType.get(type);
    if (known) return known;
    const ofEvery = type.startsWith("aws:") ? (this.byType.get(everyType) ?? []) : [];
    const rules = [...(this.byType.get(type) ?? []), ...ofEvery];
    this.listsByType.set(type, rules);
    return rules;
  }

  /** Whether an enabled rule checks single resources of a type. */
  private isRead(type: string): boolean {
    return (this.byType.get(type) ?? []).some((rule) => this.findLevel(rule) !== "disabled");
  }

  findLevel(rule: Rule): Enforcement | undefined {
    return findLevel(rule, this.settings);
  }

  async ofResource(resource: Resource, rules: readonly ResourceRule[]): Promise<Findings> {
    const findings = new Map<Rule, readonly Answer[]>();
    for (const rule of rules) {
      if (this.findLevel(rule) === "disabled") continue;
      // Most rules return synchronously; awaiting those would interleave other work.
      const verdict = guarded(resource, () => rule.check(resource, this.context));
      this.take(rule, verdict instanceof Promise ? await verdict : verdict, resource, findings);
    }
    return findings;
  }

  async ofStack(graph: Graph, rules: readonly StackRule[] = this.stackRules): Promise<Findings> {
    const findings = new Map<Rule, readonly Answer[]>();
    for (const rule of rules) {
      if (this.findLevel(rule) === "disabled") continue;
      this.take(rule, await guarded(undefined, () => rule.check(graph, this.context)), findStack(graph), findings);
    }
    return findings;
  }

  /** The remediation of a resource, unless the rule is off or the resource exempt. */
  remedy(rule: Rule, { change, does }: Remedy, resource: Resource): Readonly<Record<string, unknown>> | undefined {
    if (this.findLevel(rule) === "disabled") return undefined;
    const changed = change(resource);
    const answer: Answer = { kind: "violated", resource, says: `left unchanged; the rule ${does}` };
    return changed && !this.isExempt(rule, answer, resource) ? changed : undefined;
  }

  /** The report at the end of a run, besides the violations. */
  async end(graph: Graph): Promise<RunReport> {
    const exempted = this.exemptions.take();
    const urns = new Set(graph.resources.map(({ urn }) => urn));
    const findings = this.found.of(urns);
    const { baseline } = this;
    const uses = await headroom(this.rules, graph, this.context);
    return {
      headroom: headroomReport(uses, this.settings.nearLimitPercent),
      exempted,
      expiredExemptions: this.exemptions.expired(),
      unusedExemptions: this.exemptions.unused(exempted),
      notEvaluated: this.unanswered.of(urns),
      formsNotEvaluated: this.unanswered.forms(urns),
      findings,
      baseline: baseline && {
        covered: findings.filter((finding) => baseline.has(finding)),
        fixed: baseline.fixed(findings),
      },
      rulesAsOf: this.settings.rulesAsOf,
      heldBack: this.rules.filter((rule) => isHeldBack(rule, this.settings)).map(({ id }) => id),
      notLookedAt: notLookedAt(graph, (type) => this.isRead(type) || graph.asked.has(type)),
      links: graph.links(),
    };
  }

  /** Keeps violations that are not exempt, and records the others. */
  private take(
    rule: Rule,
    verdict: Verdict,
    subject: Resource | undefined,
    findings: Map<Rule, readonly Answer[]>,
  ): void {
    const level = (this.findLevel(rule) ?? rule.level) === "advisory" ? "advisory" : "mandatory";
    this.unanswered.note(rule, rule.scope === "stack" ? "" : (subject?.urn ?? ""), level, verdict);
    const notExempt = verdict.filter((answer) => answer.kind !== "violated" || !this.isExempt(rule, answer, subject));
    this.found.note(rule, level, notExempt, subject);
    const answers = notExempt.filter((answer) => !answer.form && !this.wasThere(rule, answer, subject));
    if (answers.length > 0) findings.set(rule, answers);
  }

  /** Whether the baseline has a violation. */
  private wasThere(rule: Rule, { kind, resource, says }: Answer, subject: Resource | undefined): boolean {
    const urn = (resource ?? subject)?.urn ?? "";
    return kind === "violated" && this.baseline?.has({ rule: rule.id, urn, key: withoutFigures(says) }) === true;
  }

  private isExempt(rule: Rule, { resource, says }: Answer, subject: Resource | undefined): boolean {
    const concerned = resource ?? subject;
    if (!concerned) return false;
    const own = this.exemptions.find(rule, concerned);
    const exemption = own ?? (this.findLevel(rule) === undefined ? this.accepted.find(rule, concerned) : undefined);
    if (!exemption) return false;
    this.exemptions.note({ exemption, rule: rule.id, urn: concerned.urn, resource: concerned.label, says });
    return true;
  }
}

function findStack(graph: Graph): Resource | undefined {
  return graph.ofType(stackType)[0] ?? graph.resources[0];
}

/** An error in one rule must not end the deployment, nor count as a pass. */
function guarded(resource: Resource | undefined, check: () => Verdict | Promise<Verdict>): Verdict | Promise<Verdict> {
  const fault = (error: unknown): Verdict => {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ kind: "not evaluated", resource, says: `fault in the rule: ${reason}` }];
  };
  try {
    const verdict = check();
    return verdict instanceof Promise ? verdict.catch(fault) : verdict;
  } catch (error) {
    return fault(error);
  }
}
