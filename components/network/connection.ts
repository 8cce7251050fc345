import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";

/** Something with a security group of its own. */
export interface Guarded {
  securityGroup: aws.ec2.SecurityGroup;
}

/** Arguments of a {@link Connection}. */
export interface ConnectionArgs {
  /** The side that opens the connection. */
  from: Guarded;
  /** The side that accepts it. */
  to: Guarded;
  /** TCP port, 1 to 65,535. */
  port: number;
}

/** Problems with a connection's arguments. */
export function connectionProblems({ port }: Pick<ConnectionArgs, "port">): Problem[] {
  return new Problems().that(
    Number.isInteger(port) && port >= 1 && port <= 65_535,
    "port",
    port,
    "give a TCP port, 1 to 65,535",
  ).list;
}

/**
 * Allows connections from one security group to another at one port: an outbound rule on the one and an inbound rule on
 * the other, each limited to the other group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
@component
export class Connection extends pulumi.ComponentResource {
  constructor(name: string, { from, to, port }: ConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:network:Connection", name, {}, opts);
    new Check("Connection", name).all(connectionProblems({ port })).done();
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port, description: name };
    const [out, into] = [from.securityGroup.id, to.securityGroup.id];
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-out`,
      { ...rule, securityGroupId: out, referencedSecurityGroupId: into },
      { parent: this },
    );
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-in`,
      { ...rule, securityGroupId: into, referencedSecurityGroupId: out },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
