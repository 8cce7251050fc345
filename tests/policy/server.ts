import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type ServiceError, credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { compilePolicyPack } from "../../cli/run/compiled";
import { policyPack } from "../../cli/run/policyPack";

/** What the engine sends for a value that it does not know yet. */
export const unknown = unknownValue;

/** A resource as the engine would send it. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly properties: Record<string, unknown>;
  /** The URNs that each property was made from. */
  readonly links: Record<string, readonly string[]>;
  /** The provider that makes it, where the program names one of its own. */
  readonly provider?: { readonly name: string; readonly properties: Record<string, unknown> };
}

export interface Violation {
  readonly rule: string;
  readonly message: string;
  readonly urn: string;
  readonly mandatory: boolean;
}

/** What the pack says of a stack. */
export interface Findings {
  readonly violations: readonly Violation[];
  /** What the policy `headroom` says of exemptions. */
  readonly said: readonly Violation[];
  /** The rules that could not be evaluated, with what they lacked. */
  readonly open: Readonly<Record<string, string>>;
}

export function makeUrn(type: string, name: string): string {
  return `urn:pulumi:test::headroom::${type}::${name}`;
}

/** The real policy server with the compiled pack, spoken to as the engine does. */
export class PolicyServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
  ) {}

  static async start(): Promise<PolicyServer> {
    await compilePolicyPack();
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", "."], {
      cwd: policyPack,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).once("line", resolve);
      child.once("exit", (code) => reject(new Error(`the policy server ended with code ${code}`)));
    });
    return new PolicyServer(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
  }

  stop(): void {
    this.client.close();
    this.child.removeAllListeners();
    this.child.kill();
  }

  info(): Promise<proto.AnalyzerInfo> {
    return answer((done) => this.client.getAnalyzerInfo(new Empty(), done));
  }

  /** Sets the configuration of the policy `headroom`, as the engine does before a run. */
  async configure(
    settings: Record<string, unknown>,
    level = proto.EnforcementLevel.ADVISORY,
    remediated: readonly string[] = [],
  ): Promise<void> {
    const request = new proto.ConfigureAnalyzerRequest();
    for (const rule of remediated) {
      const policy = new proto.PolicyConfig().setEnforcementlevel(proto.EnforcementLevel.REMEDIATE);
      request.getPolicyconfigMap().set(rule, policy.setProperties(struct({})));
    }
    const config = new proto.PolicyConfig();
    config.setEnforcementlevel(level);
    config.setProperties(struct(settings));
    request.getPolicyconfigMap().set("headroom", config);
    await answer((done) => this.client.configure(request, done));
  }

  /** Sends each resource by itself, then all together as the stack. */
  async run(resources: readonly Sent[]): Promise<Findings> {
    const violations: Violation[] = [];
    for (const resource of resources) violations.push(...(await this.analyze(resource)));
    violations.push(...(await this.analyzeStack(resources)));
    const said = violations.filter(({ rule }) => rule === "headroom");
    const overview = said.find(({ message }) => / not evaluated, because (it needs|they need) values /.test(message));
    // A line a value: `orders (timeout): lambda-timeout, near-limit`.
    const lines = overview ? overview.message.matchAll(/^ {2}(.*): ([\w, -]+)$/gm) : [];
    const open: Record<string, string> = {};
    for (const [, what = "", rules = ""] of lines) {
      for (const rule of rules.split(", ")) open[rule] = open[rule] ? `${open[rule]}, ${what}` : what;
    }
    return {
      violations: violations.filter(({ rule }) => rule !== "headroom"),
      said: said.filter((each) => each !== overview),
      open,
    };
  }

  async analyze(resource: Sent): Promise<readonly Violation[]> {
    return readViolations(await this.analysis(resource));
  }

  /** The server's answer on one resource, as it is. */
  analysis(resource: Sent): Promise<proto.AnalyzeResponse> {
    return answer((done) => this.client.analyze(analysis(resource), done));
  }

  /** The properties that each remediation leaves, by rule. */
  async remediate(resource: Sent): Promise<Readonly<Record<string, JavaScriptValue>>> {
    const response = await answer<proto.RemediateResponse>((done) => this.client.remediate(analysis(resource), done));
    return Object.fromEntries(
      response
        .getRemediationsList()
        .map((each) => [each.getPolicyname(), each.getProperties()?.toJavaScript() ?? each.getDiagnostic()]),
    );
  }

  async analyzeStack(resources: readonly Sent[]): Promise<readonly Violation[]> {
    const request = new proto.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return readViolations(await answer((done) => this.client.analyzeStack(request, done)));
  }
}

function analysis(resource: Sent): proto.AnalyzeRequest {
  const request = new proto.AnalyzeRequest();
  request.setType(resource.type).setName(resource.name).setUrn(makeUrn(resource.type, resource.name));
  if (resource.provider) request.setProvider(providerResource(resource.provider));
  return request.setProperties(struct(resource.properties)).setOptions(new proto.AnalyzerResourceOptions());
}

function providerResource({ name, properties }: NonNullable<Sent["provider"]>): proto.AnalyzerProviderResource {
  const type = "pulumi:providers:aws";
  const resource = new proto.AnalyzerProviderResource().setType(type).setName(name).setUrn(makeUrn(type, name));
  return resource.setProperties(struct(properties));
}

function stackResource({ type, name, properties, links, provider }: Sent): proto.AnalyzerResource {
  const resource = new proto.AnalyzerResource();
  if (provider) resource.setProvider(providerResource(provider));
  resource.setType(type).setName(name).setUrn(makeUrn(type, name));
  resource.setProperties(struct(properties)).setOptions(new proto.AnalyzerResourceOptions());
  for (const [property, urns] of Object.entries(links)) {
    const dependencies = new proto.AnalyzerPropertyDependencies();
    resource.getPropertydependenciesMap().set(property, dependencies.setUrnsList([...urns]));
  }
  return resource;
}

function readViolations(response: proto.AnalyzeResponse): readonly Violation[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    rule: diagnostic.getPolicyname(),
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
    mandatory: diagnostic.getEnforcementlevel() === proto.EnforcementLevel.MANDATORY,
  }));
}

function struct(properties: Record<string, unknown>): Struct {
  const sent = JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>; // leaves out what is undefined
  return Struct.fromJavaScript(sent);
}

function answer<T>(call: (done: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}
