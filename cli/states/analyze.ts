import { specialResourceSig, specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { hiddenText } from "../../local/provider/frame/values";
import { Evaluation } from "../../policy/frame/evaluation";
import { Graph } from "../../policy/frame/graph";
import { internals, keepAssets } from "../../policy/frame/keepAssets";
import { type PolicyInput, Resource } from "../../policy/frame/resource";
import { type Settings } from "../../policy/frame/settings";
import { rules } from "../../policy/rules";
import { componentDefaults } from "../../policy/rules/componentDefaults";
import { urnName } from "../../report/urn";
import { type ExportedResource, readExportedResources } from "../state/exportedState";

/** What one rule finds in a state. */
export interface StateFinding {
  rule: string;
  title: string;
  severity: string;
  level: "mandatory" | "advisory";
  /** Names of the resources; none of a finding on the stack as a whole. */
  resources: string[];
}

/** The policy verdict on one exported state. */
export interface StateVerdict {
  file: string;
  project: string;
  stack: string;
  /** How many the state has, without the stack and its providers. */
  resources: number;
  /** Resources that violate a mandatory rule, counted for each rule. */
  mandatory: number;
  advisory: number;
  findings: StateFinding[];
  /** Checks that could not be made, since the state does not have a value. */
  notEvaluated: number;
  /** Why it could not be analysed. */
  problem?: string;
}

/** The content of a policy pack's configuration: settings, and levels of single rules or of `all`. */
export type PackConfig = Record<string, unknown> & { headroom?: Partial<Settings> };

/** Evaluates the rules on one state after another, as the engine's own `policy analyze` does. */
export class StateAnalyzer {
  private readonly byId = new Map(rules.map((rule) => [rule.id, rule]));

  constructor(private readonly config: PackConfig) {
    keepAssets();
  }

  /** Never throws: a file that is no state has its reason in the answer. */
  async analyze(file: string): Promise<StateVerdict> {
    const nothing = {
      file,
      project: "",
      stack: "",
      resources: 0,
      mandatory: 0,
      advisory: 0,
      findings: [],
      notEvaluated: 0,
    };
    try {
      return { ...nothing, ...(await this.judge(readExportedResources(file))) };
    } catch (error) {
      return { ...nothing, problem: (error as Error).message };
    }
  }

  private async judge(resources: readonly ExportedResource[]): Promise<Omit<StateVerdict, "file">> {
    const living = resources.filter((resource) => !resource.delete);
    const providers = new Map(living.map((each) => [each.urn, each]));
    const input = (resource: ExportedResource, props: ExportedResource["inputs"]): PolicyInput => {
      const provider = providers.get(resource.provider?.replace(/::[^:]*$/, "") ?? "");
      const { urn, type } = resource;
      return {
        urn,
        type,
        name: urnName(urn),
        props: unpack(props),
        provider: provider && { urn: provider.urn, props: unpack(provider.inputs) },
      };
    };
    const evaluation = new Evaluation(rules, componentDefaults);
    evaluation.configure(this.config.headroom ?? {});
    // As in a deployment, a rule on one resource sees what is asked for, and one on the stack what there is.
    for (const each of living) {
      const resource = new Resource(input(each, each.inputs));
      const own = evaluation.rulesOn(resource.type);
      if (own.length > 0) await evaluation.ofResource(resource, own);
    }
    const graph = new Graph(living.map((each) => input(each, each.outputs)));
    await evaluation.ofStack(graph);
    const { findings: found, baseline, notEvaluated } = await evaluation.end(graph);
    const covered = new Set(baseline?.covered);
    const findings = this.group(found.filter((each) => !covered.has(each)));
    const count = (level: StateFinding["level"]): number =>
      findings
        .filter((each) => each.level === level)
        .reduce((sum, each) => sum + Math.max(1, each.resources.length), 0);
    const [, , stack = "", project = ""] = /^urn:(pulumi):([^:]+)::([^:]+)::/.exec(living[0]?.urn ?? "") ?? [];
    return {
      project,
      stack,
      resources: living.filter(({ type }) => !type.startsWith("pulumi:")).length,
      mandatory: count("mandatory"),
      advisory: count("advisory"),
      findings,
      notEvaluated: notEvaluated.length,
    };
  }

  private group(found: readonly { rule: string; urn: string; level: StateFinding["level"] }[]): StateFinding[] {
    const byRule = new Map<string, StateFinding>();
    for (const { rule: id, urn, level: own } of found) {
      const rule = this.byId.get(id);
      const level = this.levelFor(id) ?? own;
      if (!rule || level === "disabled") continue;
      const key = `${id} ${level}`;
      const group = byRule.get(key) ?? { rule: id, title: rule.title, severity: rule.severity, level, resources: [] };
      if (urn !== "") group.resources.push(urnName(urn));
      byRule.set(key, group);
    }
    const order = ["critical", "high", "medium", "low"];
    const rank = ({ level, severity }: StateFinding): number =>
      (level === "mandatory" ? 0 : 10) + order.indexOf(severity);
    return [...byRule.values()].sort((a, b) => rank(a) - rank(b) || b.resources.length - a.resources.length);
  }

  /** What the configuration says of a rule in the engine's own way. */
  private levelFor(rule: string): "mandatory" | "advisory" | "disabled" | undefined {
    const given = this.config[rule] ?? this.config.all;
    const level =
      typeof given === "object" && given !== null ? (given as { enforcementLevel?: string }).enforcementLevel : given;
    if (level === "remediate") return "mandatory";
    return level as "mandatory" | "advisory" | "disabled" | undefined;
  }
}

/** Properties as the pack's server hands them to rules. */
function unpack(props: ExportedResource["inputs"]): unknown {
  const plain = revealed(props ?? {}) as object;
  const { deserializeProperties } = internals as unknown as {
    deserializeProperties: (properties: { toJavaScript(): object }, proxySecrets: boolean) => unknown;
  };
  return deserializeProperties({ toJavaScript: () => plain }, false);
}

/** As the engine tells the pack: another resource by its id, or by its URN where it has none. What is secret, and encrypted, is not known here. */
function revealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  switch (record[specialSigKey]) {
    case specialSecretSig:
      return typeof record.plaintext === "string" ? revealed(JSON.parse(record.plaintext)) : hiddenText;
    case specialResourceSig:
      return record.id || record.urn;
    default:
      return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, revealed(item)]));
  }
}
