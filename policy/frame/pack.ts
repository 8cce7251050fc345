import {
  type Policies,
  type PolicyConfigSchema,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";

import { Evaluation, type Findings } from "./evaluation";
import { type Exemption } from "./exemptions";
import { Graph } from "./graph";
import { currentType, Resource, stackType } from "./resource";
import { everyType, message, type Remedy, type ResourceRule, type Rule, type StackRule, listTypes } from "./rule";
import { reportVariable, writeReport } from "./runReport";
import { settingsSchema } from "./schema";
import { type Enforcement, readService, type Settings } from "./settings";
import { summaries } from "./summaries";

/**
 * A type token that no resource has: the server skips a policy with it, and counts it neither as passed nor as
 * failed.
 */
const notEvaluated = "headroom:pack:NotEvaluated";

/**
 * The rules as policies of a CrossGuard pack. For each policy that it runs, the server unpacks the resource, or all
 * resources of the stack, again, and it replies for each policy that it skips: with hundreds of policies that would
 * take seconds. So the list is iterated in a special way: the first policy, `headroom`, runs all rules, and only
 * policies with findings follow. Findings belong to one iteration, because the engine analyses several resources
 * concurrently.
 * @param accepted Findings that need no exemption in the configuration, unless it sets the rule's level.
 */
export function policies(rules: readonly Rule[], accepted: readonly Exemption[] = []): Policies {
  const pack = new Pack(rules, accepted);
  return Object.assign([...pack.walk()], { [Symbol.iterator]: () => pack.walk() });
}

type Policy = ResourceValidationPolicy & Partial<Pick<StackValidationPolicy, "validateStack">>;

class Pack {
  private readonly evaluation: Evaluation;
  private readonly configSchema: PolicyConfigSchema;
  /** Each evaluates its rule by itself. */
  private readonly alone: readonly Policy[];

  constructor(rules: readonly Rule[], accepted: readonly Exemption[]) {
    this.evaluation = new Evaluation(rules, accepted);
    this.configSchema = settingsSchema(rules);
    this.alone = rules.map((rule) => this.policy(rule));
  }

  /** The policies for one resource, or for one stack. */
  *walk(): Generator<Policy, undefined> {
    let findings: Findings | undefined;
    yield this.overview((found) => (findings = found));
    if (findings) {
      for (const rule of findings.keys()) yield this.policy(rule, findings);
    } else {
      // `headroom` was not run: it is disabled, or this is no analysis.
      yield* this.alone;
    }
  }

  private overview(found: (findings: Findings) => void): Policy {
    return {
      name: "headroom",
      displayName: "Headroom",
      description: "Exemptions and checks that could not be evaluated are listed",
      enforcementLevel: "advisory",
      severity: "low",
      remediationSteps: "Values that AWS sets are known after the deployment: the checks run then.",
      configSchema: this.configSchema,
      validateResource: async (args) => found(await this.inspectResource(args)),
      validateStack: async (args, report) => found(await this.inspectStack(args, report)),
    };
  }

  /** The policy of one rule, which passes on what was found, or else evaluates the rule by itself. */
  private policy(rule: Rule, found?: Findings): Policy {
    const validation =
      rule.scope === "resource" ? this.resourceValidation(rule, found) : this.stackValidation(rule, found);
    const remediation = rule.remedy && { remediateResource: this.remediation(rule, rule.remedy) };
    return { ...metadata(rule), ...validation, ...remediation };
  }

  private resourceValidation(rule: ResourceRule, found?: Findings): Pick<Policy, "validateResource"> {
    const own = listTypes(rule);
    const validateResource = async (args: ResourceValidationArgs, report: ReportViolation): Promise<void> => {
      if (!found && !this.evaluation.rulesOn(currentType(args.type)).includes(rule)) return;
      this.report(rule, found ?? (await this.evaluation.ofResource(new Resource(args), [rule])), report, args.urn);
    };
    const [type, ...others] = own;
    // The server supports one type per policy: for several types, the function checks the type itself.
    const only = others.length === 0 && type !== everyType ? type : undefined;
    const forServer = found ? typeForServer(rule, found) : only;
    return { validateResource: Object.assign(validateResource, { __pulumiType: forServer }) };
  }

  private stackValidation(rule: StackRule, found?: Findings): Pick<Policy, "validateStack"> {
    const validateStack = async (args: StackValidationArgs, report: ReportViolation): Promise<void> =>
      this.report(
        rule,
        found ?? (await this.evaluation.ofStack(new Graph(args.resources), [rule])),
        report,
        urnOfStack(args),
      );
    return { validateStack: Object.assign(validateStack, { __pulumiType: found && typeForServer(rule, found) }) };
  }

  private remediation(rule: Rule, remedy: Remedy): NonNullable<Policy["remediateResource"]> {
    const remediate = (args: ResourceValidationArgs): Record<string, unknown> | undefined => {
      const change = this.evaluation.remedy(rule, remedy, new Resource(args));
      return change && Object.assign(args.props, change);
    };
    return Object.assign(remediate, { __pulumiType: remedy.type });
  }

  private async inspectResource(args: ResourceValidationArgs): Promise<Findings> {
    this.evaluation.configure(args.getConfig<Partial<Settings>>());
    const rules = this.evaluation.rulesOn(currentType(args.type));
    return rules.length > 0 ? this.evaluation.ofResource(new Resource(args), rules) : new Map();
  }

  private async inspectStack(args: StackValidationArgs, report: ReportViolation): Promise<Findings> {
    this.evaluation.configure(args.getConfig<Partial<Settings>>());
    const graph = new Graph(args.resources);
    const findings = await this.evaluation.ofStack(graph);
    const run = await this.evaluation.end(graph);
    const file = process.env[reportVariable];
    if (file) writeReport(file, run);
    for (const { text, level } of summaries(run)) send(report, text, urnOfStack(args), level);
    return findings;
  }

  private report(rule: Rule, findings: Findings, report: ReportViolation, urn: string | undefined): void {
    const level = this.evaluation.findLevel(rule);
    for (const answer of (findings.get(rule) ?? []).filter(({ kind }) => kind === "violated")) {
      const text = message(rule, answer);
      const concerned = answer.resource?.urn ?? urn;
      const own = level ?? (answer.advice && "advisory");
      if (own === undefined) report(text, concerned);
      else send(report, `${rule.title}\n${text}`, concerned, own);
    }
  }
}

/** The type token that makes the server skip a rule that could not be evaluated. */
function typeForServer(rule: Rule, findings: Findings): string | undefined {
  return findings.get(rule)?.some(({ kind }) => kind === "violated") ? undefined : notEvaluated;
}

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
    tags: [readService(rule), ...rule.controls.map((each) => each.id)],
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
