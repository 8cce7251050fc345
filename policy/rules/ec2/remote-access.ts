import { securityHub, wellArchitected } from "../../frame/controls";
import { holds, type StackRule, type Verdict, violated } from "../../frame/rule";
import { allIngress, everybodyIn, type Ingress, reaches } from "../../readings/ingress";

/** The ports by which people log in: SSH and Remote Desktop. */
const ports: readonly (readonly [port: number, name: string])[] = [
  [22, "SSH"],
  [3389, "Remote Desktop"],
];

function check(ingress: Ingress): Verdict {
  const everybody = everybodyIn(ingress);
  const reached = everybody === undefined ? [] : ports.filter(([port]) => reaches(ingress, port));
  if (reached.length === 0) return holds;
  const where = ingress.rule.name === "" ? "it" : ingress.rule.name;
  return violated(
    ingress.owner,
    `${where} lets ${everybody} reach ${reached.map(([port, name]) => `${name} (port ${port})`).join(" and ")}`,
  );
}

export const ec2RemoteAccess: StackRule = {
  scope: "stack",
  id: "ec2-remote-access",
  title: "No security group allows remote access from the whole internet",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("EC2.13", "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22"),
    securityHub("EC2.14", "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 3389"),
    wellArchitected("SEC05-BP02"),
  ],
  fix: "Use Session Manager, or name the addresses that may log in.",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  check: (stack) => allIngress(stack).flatMap(check),
};
