import { createHash } from "node:crypto";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { type Rule } from "../../policy/frame/rule";
import { rules } from "../../policy/rules";
import { version } from "../../policy/package.json";
import { type PolicyViolation } from "../run/record";

/** What scanners of GitHub and others sort by, from 0.0 to 10.0. */
const securitySeverity = { low: "3.0", medium: "5.0", high: "8.0", critical: "9.5" } as const;

/**
 * Violations as SARIF 2.1.0, for code scanning. The place of each is the state file, with the resource's URN as logical
 * location; the fingerprint lets a scanner know a violation again in the next run.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(file: string, violations: readonly PolicyViolation[]): Log {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const found = violations.filter(({ policy }) => index.has(policy));
  const own = violations.filter(({ policy }) => !index.has(policy));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "headroom-policy", semanticVersion: version, rules: rules.map(descriptor) } },
        invocations: [
          {
            executionSuccessful: true,
            // Exemptions, and checks that could not be made: of the run, not of a resource.
            toolExecutionNotifications: own.map(({ message, enforcement }) => ({
              message: { text: message },
              level: sarifLevel(enforcement),
            })),
          },
        ],
        results: found.map((violation) => result(file, violation, index.get(violation.policy) ?? -1)),
      },
    ],
  };
}

const sarifLevel = (enforcement: PolicyViolation["enforcement"]): "error" | "warning" =>
  enforcement === "mandatory" ? "error" : "warning";

function descriptor({ id, title, fix, page, level, severity, controls }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    help: { text: fix },
    helpUri: page,
    defaultConfiguration: { level: sarifLevel(level) },
    properties: { tags: controls.map((control) => control.id), "security-severity": securitySeverity[severity] },
  };
}

function result(file: string, { policy, enforcement, resource, urn, message }: PolicyViolation, index: number): Result {
  const logicalLocations = urn ? [{ fullyQualifiedName: urn, name: resource, kind: "resource" }] : undefined;
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([policy, urn ?? ""]))
    .digest("hex");
  return {
    ruleId: policy,
    ruleIndex: index,
    level: sarifLevel(enforcement),
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) } }, logicalLocations }],
    partialFingerprints: { "violation/v1": fingerprint },
  };
}
