import {
  type Policies,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";

import { Graph } from "./graph";
import { Resource } from "./resource";
import {
  type Answer,
  message,
  type ResourceRule,
  type Rule,
  type RuleInfo,
  type StackRule,
  type Verdict,
} from "./rule";
import { contextOf, defaults, type Enforcement, levelOf, type Settings, settingsSchema } from "./settings";
import { summary, Unanswered } from "./unanswered";

/** Type token that no resource has: a stack policy that carries it is skipped. */
const skipped = "headroom:pack:NothingToSay";

/**
 * The rules as policies of a CrossGuard pack.
 *
 * The server unpacks every resource of the stack again for each stack policy that it runs, which with a hundred of them
 * would cost seconds. So the policy `headroom`, first in the list, runs all stack rules over one graph, and the
 * policies of those rules only pass on what was found: one that has nothing to pass on marks itself as not applicable.
 */
export function policies(rules: readonly Rule[]): Policies {
  const pack = new Pack(rules);
  return [
    pack.overview(),
    ...rules.map((rule) => (rule.scope === "resource" ? pack.resourcePolicy(rule) : pack.stackPolicy(rule))),
  ];
}

class Pack {
  private settings = defaults;
  private readonly unanswered = new Unanswered();
  private readonly stackValidations = new Map<StackRule, StackValidationPolicy["validateStack"]>();
  private found: ReadonlyMap<StackRule, Verdict> | undefined;

  constructor(private readonly rules: readonly Rule[]) {}

  overview(): ResourceValidationPolicy & StackValidationPolicy {
    return {
      name: "headroom",
      displayName: "Headroom",
      description: "Checks that could not be made are listed",
      enforcementLevel: "advisory",
      severity: "low",
      remediationSteps: "Values that AWS sets are known after the deployment: the checks are made then.",
      configSchema: settingsSchema(this.rules),
      validateResource: (args) => this.configure(args),
      validateStack: (args, report) => this.inspect(args, report),
    };
  }

  resourcePolicy(rule: ResourceRule): ResourceValidationPolicy {
    const validate = async (args: ResourceValidationArgs, report: ReportViolation): Promise<void> => {
      if (levelOf(rule, this.settings) === "disabled") return;
      const resource = new Resource(args);
      const verdict = await guarded(resource, () => rule.check(resource, contextOf(this.settings)));
      this.unanswered.note(rule, args.urn, verdict);
      this.report(rule, verdict, report, args.urn);
    };
    return { ...metadata(rule), validateResource: Object.assign(validate, { __pulumiType: rule.type }) };
  }

  stackPolicy(rule: StackRule): StackValidationPolicy {
    const validate = async (args: StackValidationArgs, report: ReportViolation): Promise<void> => {
      const found = this.found ?? (await this.evaluate([rule], new Graph(args.resources)));
      this.report(rule, found.get(rule) ?? [], report, ofStack(args));
    };
    this.stackValidations.set(rule, validate);
    return { ...metadata(rule), validateStack: validate };
  }

  private configure(args: ResourceValidationArgs | StackValidationArgs): void {
    this.settings = { ...defaults, ...args.getConfig<Partial<Settings>>() };
  }

  private async inspect(args: StackValidationArgs, report: ReportViolation): Promise<void> {
    this.configure(args);
    const graph = new Graph(args.resources);
    const rules = [...this.stackValidations.keys()];
    this.found = await this.evaluate(rules, graph);
    for (const [rule, validate] of this.stackValidations) {
      const silent = !this.found.get(rule)?.some((answer) => answer.kind === "violated");
      Object.assign(validate, { __pulumiType: silent ? skipped : undefined });
      this.unanswered.note(rule, "", this.found.get(rule) ?? []);
    }
    const open = this.unanswered.of(new Set(args.resources.map((resource) => resource.urn)));
    if (open.length > 0) report(summary(open), ofStack(args));
  }

  private async evaluate(rules: readonly StackRule[], graph: Graph): Promise<ReadonlyMap<StackRule, Verdict>> {
    const context = contextOf(this.settings);
    const found = new Map<StackRule, Verdict>();
    for (const rule of rules) {
      if (levelOf(rule, this.settings) === "disabled") continue;
      found.set(rule, await guarded(undefined, () => rule.check(graph, context)));
    }
    return found;
  }

  private report(rule: RuleInfo, verdict: Verdict, report: ReportViolation, urn: string | undefined): void {
    const level = levelOf(rule, this.settings);
    for (const answer of verdict) {
      if (answer.kind === "violated") send(report, rule, answer, answer.resource?.urn ?? urn, level);
    }
  }
}

/** The URN of the stack itself. A violation must carry one: `pulumi policy analyze` fails on an empty URN. */
function ofStack(args: StackValidationArgs): string | undefined {
  return (args.resources.find(({ type }) => type === "pulumi:pulumi:Stack") ?? args.resources[0])?.urn;
}

/** A fault in one rule must not end the deployment, nor be taken for a pass. */
async function guarded(resource: Resource | undefined, check: () => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    return await check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ kind: "not evaluated", resource, says: `fault in the rule: ${reason}` }];
  }
}

/** The server also takes an object, with a level of its own; its declared type leaves that out. */
type ReportAtLevel = (violation: { message: string; urn: string | undefined; enforcementLevel: Enforcement }) => void;

function send(
  report: ReportViolation,
  rule: RuleInfo,
  answer: Answer,
  urn: string | undefined,
  level: Enforcement | undefined,
): void {
  const text = message(rule, answer);
  if (level === undefined) report(text, urn);
  else {
    const atLevel = report as unknown as ReportAtLevel;
    atLevel({ message: `${rule.title}\n${text}`, urn, enforcementLevel: level });
  }
}

function metadata(rule: RuleInfo) {
  const [control] = rule.controls;
  return {
    name: rule.id,
    displayName: rule.title,
    description: rule.title,
    enforcementLevel: rule.level,
    severity: rule.severity,
    remediationSteps: rule.fix,
    url: rule.page,
    tags: [rule.id.slice(0, rule.id.indexOf("-")), ...rule.controls.map((each) => each.id)],
    ...(control && {
      framework: {
        name: control.framework,
        version: control.version,
        reference: control.id,
        specification: control.title,
      },
    }),
  };
}
