import { securityHub, wellArchitected } from "../../frame/controls";
import { advised, holds, type StackRule, type Verdict, violated } from "../../frame/rule";
import {
  allIngress,
  everybodyIn,
  findGroups,
  findGroupUsers,
  type Ingress,
  reaches,
  serveNoLogin,
} from "../../readings/ingress";

/** The ports by which people log in: SSH and Remote Desktop. */
const ports: readonly (readonly [port: number, name: string])[] = [
  [22, "SSH"],
  [3389, "Remote Desktop"],
];

function check(ingress: Ingress, isWithoutLogin: boolean): Verdict {
  const everybody = everybodyIn(ingress);
  const reached = everybody === undefined ? [] : ports.filter(([port]) => reaches(ingress, port));
  if (reached.length === 0) return holds;
  const where = ingress.rule.name === "" ? "it" : ingress.rule.name;
  const says = `${where} lets ${everybody} reach ${reached.map(([port, name]) => `${name} (port ${port})`).join(" and ")}`;
  return isWithoutLogin
    ? advised(ingress.owner, `${says}, which nothing that has the group answers: name the ports that it serves`)
    : violated(ingress.owner, says);
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
  check: (stack) => {
    const users = findGroupUsers(stack);
    return allIngress(stack).flatMap((each) => check(each, serveNoLogin(findGroups(stack, each), users)));
  },
};
