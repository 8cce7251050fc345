import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { type Rule } from "../../policy/frame/rule";
import { rules } from "../../policy/rules";
import { version } from "../../policy/package.json";
import { withoutFigures } from "../../policy/frame/baseline";
import { type Finding } from "../../report/findings";
import { type PolicyViolation } from "../run/record";

/** The security severity by which GitHub and others sort, from 0.0 to 10.0. */
const securitySeverity = { low: "3.0", medium: "5.0", high: "8.0", critical: "9.5" } as const;

/**
 * Findings as SARIF 2.1.0, for code scanning. The place of each is where the program makes the resource, or else `file`, with
 * the resource's URN as logical location; the fingerprint lets a scanner know a finding again in the next run.
 * @param remarks What the pack says of the run as a whole.
 * @param file What was looked at: a state, or the project.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(findings: readonly Finding[], remarks: readonly PolicyViolation[], file: string): Log {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "headroom-policy", semanticVersion: version, rules: rules.map(descriptor) } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: remarks.map(({ message, enforcement }) => ({
              message: { text: message },
              level: sarifLevel(enforcement),
            })),
          },
        ],
        results: findings.map((finding) => result(finding, index.get(finding.policy) ?? -1, file)),
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

function result(finding: Finding, index: number, file: string): Result {
  const { policy, enforcement, severity, resource, urn, says, message, component, place } = finding;
  const logicalLocations = urn ? [{ fullyQualifiedName: urn, name: resource, kind: "resource" }] : undefined;
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([policy, urn ?? "", withoutFigures(says)]))
    .digest("hex");
  const physicalLocation = {
    artifactLocation: { uri: toUri(place?.file ?? file) },
    ...(place && { region: { startLine: place.line, startColumn: place.column } }),
  };
  return {
    ruleId: policy,
    ruleIndex: index,
    level: sarifLevel(enforcement),
    message: { text: message },
    locations: [{ physicalLocation, logicalLocations }],
    partialFingerprints: { "violation/v2": fingerprint },
    properties: { severity, ...(component && { component: `${component.type} ${component.name}` }) },
  };
}

const toUri = (file: string): string =>
  path.isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll(path.sep, "/"));
