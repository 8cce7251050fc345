import { type Control } from "./rule";

/** The frameworks by which a configuration may select rules, with the names in their controls. */
export const frameworks = {
  "aws-fsbp": "AWS Foundational Security Best Practices",
  "well-architected": "AWS Well-Architected",
} as const;

export type Framework = keyof typeof frameworks;

/** A control of AWS Security Hub (AWS Foundational Security Best Practices), for example `Lambda.2`. */
export function securityHub(id: string, title: string): Control {
  const [service = "", number = ""] = id.toLowerCase().split(".");
  return {
    framework: frameworks["aws-fsbp"],
    version: "1.0.0",
    id,
    title,
    page: `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${service}-${number}`,
  };
}

/** The best practices of the AWS Well-Architected Framework that the rules refer to. */
const practices = {
  "COST03-BP02": "Add organization information to cost and usage",
  "COST04-BP05": "Enforce data retention policies",
  "OPS04-BP02": "Implement application telemetry",
  "OPS04-BP05": "Implement distributed tracing",
  "PERF02-BP04": "Configure and right-size compute resources",
  "REL01-BP01": "Aware of service quotas and constraints",
  "REL01-BP03": "Accommodate fixed service quotas and constraints through architecture",
  "REL01-BP06": "Ensure that a sufficient gap exists between the current quotas and the maximum usage",
  "REL05-BP02": "Throttle requests",
  "REL05-BP03": "Control and limit retry calls",
  "REL05-BP04": "Fail fast and limit queues",
  "REL05-BP05": "Set client timeouts",
  "REL06-BP01": "Monitor all components for the workload",
  "REL06-BP03": "Send notifications (Real-time processing and alarming)",
  "REL08-BP04": "Deploy using immutable infrastructure",
  "REL09-BP01": "Identify and back up all data that needs to be backed up, or reproduce the data from sources",
  "REL09-BP03": "Perform data backup automatically",
  "REL10-BP01": "Deploy the workload to multiple locations",
  "SEC01-BP01": "Separate workloads using accounts",
  "SEC02-BP01": "Use strong sign-in mechanisms",
  "SEC02-BP03": "Store and use secrets securely",
  "SEC03-BP02": "Grant least privilege access",
  "SEC03-BP07": "Analyze public and cross-account access",
  "SEC04-BP01": "Configure service and application logging",
  "SEC05-BP02": "Control traffic flow within your network layers",
  "SEC05-BP03": "Implement inspection-based protection",
  "SEC06-BP01": "Perform vulnerability management",
  "SEC08-BP01": "Implement secure key management",
  "SEC08-BP02": "Enforce encryption at rest",
  "SEC08-BP04": "Enforce access control",
  "SEC09-BP01": "Implement secure key and certificate management",
  "SEC09-BP02": "Enforce encryption in transit",
} as const;

/** A best practice of the AWS Well-Architected Framework. */
export function wellArchitected(id: keyof typeof practices): Control {
  const question = id
    .slice(0, id.indexOf("-"))
    .replace(/(\d+)$/, "-$1")
    .toLowerCase();
  return {
    framework: frameworks["well-architected"],
    version: "2025-02-25",
    id,
    title: practices[id],
    page: `https://docs.aws.amazon.com/wellarchitected/latest/framework/${question}.html`,
  };
}
