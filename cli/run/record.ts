import { type EngineEvent, type OpType, type StepEventMetadata } from "@pulumi/pulumi/automation";
import { isDeepStrictEqual } from "node:util";
import { type PlannedResource } from "../../report/resource";
import { urnName, urnType } from "../../report/urn";
import { explained } from "../terminal/traces";

/** One change to a resource, made or planned. */
export interface Step {
  op: OpType;
  urn: string;
  type: string;
  name: string;
  /** A component is made of other resources; it is nothing in the cloud. */
  component: boolean;
  /** Names of the properties that change, for an update or a replacement. */
  changed?: string[];
}

/** A policy that a resource, or the stack as a whole, does not satisfy. */
export interface PolicyViolation {
  policy: string;
  enforcement: "mandatory" | "advisory";
  /** Type and name of the resource; none for a policy on the whole stack. */
  resource?: string;
  urn?: string;
  message: string;
}

/** A resource that a policy of level `remediate` set right. */
export interface Remediation {
  policy: string;
  resource: string;
  urn: string;
}

/** A message of the engine, the program or a provider. */
export interface Diagnostic {
  severity: "info" | "warning" | "error";
  resource?: string;
  message: string;
}

/** One entry of the output. */
export type Entry =
  | { kind: "begun"; step: Step }
  | { kind: "done"; step: Step; seconds: number }
  | { kind: "failed"; step: Step }
  /** Deleted outside of Pulumi, as a refresh finds. */
  | { kind: "missing"; step: Step }
  | { kind: "policy"; violation: PolicyViolation }
  | { kind: "remediated"; remediation: Remediation }
  | { kind: "diagnostic"; diagnostic: Diagnostic };

/** Steps that are parts of another one, or that change nothing. */
const silent = new Set<string>([
  "same",
  "read",
  "refresh",
  "create-replacement",
  "delete-replaced",
  "discard-replaced",
  "discard",
]);

/** Steps that end a resource, or that the replacement as a whole repeats. */
const partial = new Set<string>(["delete", "create-replacement", "delete-replaced", "discard-replaced"]);

/** Steps that leave the state as it is. */
const idle = new Set<string>(["same", "read", "refresh"]);

/** The engine's severities; it sends debug messages as well. */
const severities = { info: "info", "info#err": "info", warning: "warning", error: "error" } as const;

/**
 * Suppressed: how the engine starts the policy pack is internal, and the last line reports a failure or an
 * interruption.
 */
const suppressedDiagnostics =
  /^(using pulumi-analyzer-policy-nodejs from \$PATH .*|(preview|update|destroy|refresh) failed|.*context canceled)$/;

/** The engine sends remediations; the SDK's type leaves them out. */
interface RemediationEvent {
  policyRemediationEvent?: { policyName: string; resourceUrn?: string };
}

/** Collects the engine's events of a run, for users and machines. */
export class Record {
  readonly steps: Step[] = [];
  /** The resources after the run. */
  readonly planned: PlannedResource[] = [];
  /** The resources before the run. */
  readonly before: PlannedResource[] = [];
  readonly violations: PolicyViolation[] = [];
  readonly remediations: Remediation[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Resources for each operation, without components and providers: the report counts the same. */
  changes: { [op in OpType]?: number } = {};
  outputs: { [name: string]: unknown } = {};
  /** The stack's outputs as they were. */
  outputsBefore: { [name: string]: unknown } = {};
  readonly #known = new Set<string>();
  readonly #begun = new Map<string, number>();
  /** Components, the stack and explicit providers, for each operation: the engine counts them too. */
  readonly #notResources = new Map<string, number>();
  #stepsChange = false;
  #outputsChange = false;

  constructor(readonly onEntry: (entry: Entry) => void) {}

  /** Whether a resource, a provider or an output of the stack changes. */
  get changing(): boolean {
    return this.#stepsChange || this.#outputsChange;
  }

  observe(event: EngineEvent): void {
    const { resourcePreEvent, resOutputsEvent, resOpFailedEvent, policyEvent, diagnosticEvent, summaryEvent } = event;
    const { policyRemediationEvent } = event as RemediationEvent;
    if (resourcePreEvent && !idle.has(resourcePreEvent.metadata.op)) this.#stepsChange = true;
    if (resourcePreEvent) {
      this.#plan(resourcePreEvent.metadata);
      const { op, component } = toStep(resourcePreEvent.metadata);
      if (component || isExplicitProvider(resourcePreEvent.metadata))
        this.#notResources.set(op, (this.#notResources.get(op) ?? 0) + 1);
    }
    if (resourcePreEvent && isChange(resourcePreEvent.metadata)) {
      const step = toStep(resourcePreEvent.metadata);
      this.steps.push(step);
      this.#begun.set(step.urn, event.timestamp);
      this.onEntry({ kind: "begun", step });
    }
    if (resOutputsEvent) {
      const { metadata } = resOutputsEvent;
      if (metadata.op === "refresh" && !metadata.new) this.onEntry({ kind: "missing", step: toStep(metadata) });
      if (metadata.type === "pulumi:pulumi:Stack" && metadata.new) {
        this.outputs = metadata.new.outputs ?? {};
        this.outputsBefore = metadata.old?.outputs ?? {};
        this.#outputsChange = !isDeepStrictEqual(this.outputs, metadata.old?.outputs);
      }
      const seconds = event.timestamp - (this.#begun.get(metadata.urn) ?? event.timestamp);
      if (isChange(metadata)) this.onEntry({ kind: "done", step: toStep(metadata), seconds });
    }
    if (resOpFailedEvent) this.onEntry({ kind: "failed", step: toStep(resOpFailedEvent.metadata) });
    if (policyEvent) {
      const violation: PolicyViolation = {
        policy: policyEvent.policyName,
        enforcement: policyEvent.enforcementLevel === "mandatory" ? "mandatory" : "advisory",
        resource: policyEvent.resourceUrn && formatResource(policyEvent.resourceUrn),
        urn: policyEvent.resourceUrn,
        message: plain(policyEvent.message),
      };
      this.violations.push(violation);
      this.onEntry({ kind: "policy", violation });
    }
    if (policyRemediationEvent) {
      const { policyName: policy, resourceUrn: urn = "" } = policyRemediationEvent;
      const remediation = { policy, urn, resource: formatResource(urn) };
      this.remediations.push(remediation);
      this.onEntry({ kind: "remediated", remediation });
    }
    if (diagnosticEvent && !diagnosticEvent.ephemeral) this.#diagnose(diagnosticEvent);
    if (summaryEvent) this.changes = this.#resourcesAlone(summaryEvent.resourceChanges);
  }

  #resourcesAlone(changes: Record["changes"]): Record["changes"] {
    return Object.fromEntries(
      Object.entries(changes)
        .map(([op, count]): [string, number] => [op, count - (this.#notResources.get(op) ?? 0)])
        .filter(([, count]) => count > 0),
    );
  }

  #plan({ op, urn, type, old, new: state }: StepEventMetadata): void {
    if (old && op !== "read" && !type.startsWith("pulumi:") && !this.#known.has(urn)) {
      this.#known.add(urn);
      this.before.push({
        urn,
        type,
        name: urnName(urn),
        parent: old.parent,
        component: !old.custom,
        inputs: old.inputs ?? {},
      });
    }
    // A resource that is only read belongs to another stack.
    if (!state || op === "read" || partial.has(op) || type.startsWith("pulumi:")) return;
    const { parent, inputs = {} } = state;
    this.planned.push({ urn, type, name: urnName(urn), parent, component: !state.custom, inputs });
  }

  #diagnose({ severity, urn, message }: NonNullable<EngineEvent["diagnosticEvent"]>): void {
    if (!(severity in severities)) return;
    const text = explained(plain(message));
    // The engine reports what the program threw with its stack, and once more without.
    const reported = this.diagnostics.some(
      (earlier) => severity === "error" && earlier.message.includes(`: ${text}\n`),
    );
    if (!text || reported || suppressedDiagnostics.test(text)) return;
    const resource = urn ? formatResource(urn) : undefined;
    const diagnostic: Diagnostic = { severity: severities[severity], resource, message: text };
    this.diagnostics.push(diagnostic);
    this.onEntry({ kind: "diagnostic", diagnostic });
  }
}

const isProvider = ({ type }: StepEventMetadata): boolean => type.startsWith("pulumi:providers:");

/** The engine counts no provider that it makes by itself, whose name begins so. */
const isExplicitProvider = (metadata: StepEventMetadata): boolean =>
  isProvider(metadata) && !urnName(metadata.urn).startsWith("default");

const isChange = (metadata: StepEventMetadata): boolean => !silent.has(metadata.op) && !isProvider(metadata);

function toStep(metadata: StepEventMetadata): Step {
  const { op, urn, type, diffs } = metadata;
  const component = !(metadata.new ?? metadata.old)?.custom;
  return { op, urn, type, name: urnName(urn), component, ...(diffs?.length ? { changed: diffs } : {}) };
}

/** `aws:s3/bucket:Bucket uploads` of a URN. */
const formatResource = (urn: string): string => `${urnType(urn)} ${urnName(urn)}`;

/** The engine marks colours as `<{%fg 1%}>`. */
const plain = (message: string): string => message.replace(/<\{%.*?%\}>/g, "").trim();
