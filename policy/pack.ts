import {
  type Policies,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";

import { Evaluation, type Findings } from "./evaluation";
import { Graph } from "./graph";
import { canonical, Resource, stackType } from "./resource";
import { message, type Remedy, type ResourceRule, type Rule, type StackRule } from "./rule";
import { reportVariable, writeReport } from "./runReport";
import { settingsSchema } from "./schema";
import { type Enforcement, serviceOf, type Settings } from "./settings";
import { summaries } from "./summaries";

/** Type token that no resource has: a policy that carries it is skipped. */
const skipped = "headroom:pack:NothingToSay";

/**
 * The rules as policies of a CrossGuard pack.
 *
 * The server unpacks a resource, and all resources of the stack, again for each policy that it runs, which with a
 * hundred of them would cost seconds. So the policy `headroom`, first in the list, runs all rules, and their own
 * policies only pass on what was found: one that has nothing to pass on marks itself as not applicable. Nothing comes in
 * between: once `headroom` is done, the server goes through the others without waiting for anything.
 */
export function policies(rules: readonly Rule[]): Policies {
  const pack = new Pack(rules);
  return [pack.overview(), ...rules.map((rule) => pack.policy(rule))];
}

type Policy = ResourceValidationPolicy & Partial<Pick<StackValidationPolicy, "validateStack">>;

class Pack {
  private readonly evaluation: Evaluation;
  private readonly validations = new Map<Rule, object>();
  /** What `headroom` found on the resource, or on the stack, that is being looked at. */
  private found: { readonly of: string; readonly findings: Findings } | undefined;

  constructor(private readonly rules: readonly Rule[]) {
    this.evaluation = new Evaluation(rules);
  }

  overview(): Policy {
    return {
      name: "headroom",
      displayName: "Headroom",
      description: "Exemptions, and checks that could not be made, are listed",
      enforcementLevel: "advisory",
      severity: "low",
      remediationSteps: "Values that AWS sets are known after the deployment: the checks are made then.",
      configSchema: settingsSchema(this.rules),
      validateResource: (args) => this.inspectResource(args),
      validateStack: (args, report) => this.inspectStack(args, report),
    };
  }

  policy(rule: Rule): Policy {
    const validation = rule.scope === "resource" ? this.resourceValidation(rule) : this.stackValidation(rule);
    const remediation = rule.remedy && { remediateResource: this.remediation(rule, rule.remedy) };
    return { ...metadata(rule), ...validation, ...remediation };
  }

  private resourceValidation(rule: ResourceRule): Pick<Policy, "validateResource"> {
    const validateResource = async (args: ResourceValidationArgs, report: ReportViolation): Promise<void> => {
      const findings = this.foundOn(args.urn) ?? (await this.evaluation.ofResource(new Resource(args), [rule]));
      this.report(rule, findings, report, args.urn);
    };
    this.validations.set(rule, Object.assign(validateResource, { __pulumiType: rule.type }));
    return { validateResource };
  }

  private stackValidation(rule: StackRule): Pick<Policy, "validateStack"> {
    const validateStack = async (args: StackValidationArgs, report: ReportViolation): Promise<void> => {
      const findings = this.foundOn(theStack) ?? (await this.evaluation.ofStack(new Graph(args.resources), [rule]));
      this.report(rule, findings, report, urnOfStack(args));
    };
    this.validations.set(rule, validateStack);
    return { validateStack };
  }

  private remediation(rule: Rule, remedy: Remedy): NonNullable<Policy["remediateResource"]> {
    const remediate = (args: ResourceValidationArgs): Record<string, unknown> | undefined => {
      const change = this.evaluation.remedy(rule, remedy, new Resource(args));
      return change && Object.assign(args.props, change);
    };
    return Object.assign(remediate, { __pulumiType: remedy.type });
  }

  private async inspectResource(args: ResourceValidationArgs): Promise<void> {
    this.evaluation.configure(args.getConfig<Partial<Settings>>());
    const rules = this.evaluation.rulesOn(canonical(args.type));
    if (rules.length === 0) return;
    const findings = await this.evaluation.ofResource(new Resource(args), rules);
    this.found = { of: args.urn, findings };
    for (const rule of rules) this.mark(rule, findings, args.type);
  }

  private async inspectStack(args: StackValidationArgs, report: ReportViolation): Promise<void> {
    this.evaluation.configure(args.getConfig<Partial<Settings>>());
    const graph = new Graph(args.resources);
    const findings = await this.evaluation.ofStack(graph);
    const run = await this.evaluation.end(graph);
    const file = process.env[reportVariable];
    if (file) writeReport(file, run);
    for (const { text, level } of summaries(run)) send(report, text, urnOfStack(args), level);
    this.found = { of: theStack, findings };
    for (const rule of this.evaluation.stackRules) this.mark(rule, findings, undefined);
  }

  private foundOn(subject: string): Findings | undefined {
    return this.found?.of === subject ? this.found.findings : undefined;
  }

  /** Has the server skip the policy of a rule that found nothing. */
  private mark(rule: Rule, findings: Findings, type: string | undefined): void {
    const validation = this.validations.get(rule);
    if (validation) Object.assign(validation, { __pulumiType: findings.has(rule) ? type : skipped });
  }

  private report(rule: Rule, findings: Findings, report: ReportViolation, urn: string | undefined): void {
    const level = this.evaluation.levelOf(rule);
    for (const answer of findings.get(rule) ?? []) {
      const text = message(rule, answer);
      const concerned = answer.resource?.urn ?? urn;
      if (level === undefined) report(text, concerned);
      else send(report, `${rule.title}\n${text}`, concerned, level);
    }
  }
}

/** Stands for the stack where a URN stands for a resource. */
const theStack = "";

/** The URN of the stack itself. A violation must carry one: `pulumi policy analyze` fails on an empty URN. */
function urnOfStack(args: StackValidationArgs): string | undefined {
  return (args.resources.find(({ type }) => type === stackType) ?? args.resources[0])?.urn;
}

/** The server also takes an object, with a level of its own; its declared type leaves that out. */
type ReportAtLevel = (violation: { message: string; urn: string | undefined; enforcementLevel: Enforcement }) => void;

function send(report: ReportViolation, text: string, urn: string | undefined, level: Enforcement): void {
  (report as unknown as ReportAtLevel)({ message: text, urn, enforcementLevel: level });
}

function metadata(rule: Rule) {
  const [control] = rule.controls;
  return {
    name: rule.id,
    displayName: rule.title,
    description: rule.title,
    enforcementLevel: rule.level,
    severity: rule.severity,
    remediationSteps: rule.fix,
    url: rule.page,
    tags: [serviceOf(rule), ...rule.controls.map((each) => each.id)],
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
