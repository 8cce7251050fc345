import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { Connection } from "../network/connection";
import { type Database } from "./database";
import { DatabaseKind } from "./args";
import { policyDocument, type Statement } from "../core/permissions";
import { InterfaceService } from "../network/args";
import { type DatabaseCallsArgs } from "./callsArgs";
import { databaseCallsProblems } from "./callsCheck";

const HTTPS = 443;

/**
 * Lets the SQL of a database call functions: a role for these functions only, and a network path to Lambda. A migration
 * must add the extension aws_lambda in PostgreSQL, or the role AWS_LAMBDA_ACCESS in Aurora MySQL.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/PostgreSQL-Lambda.html
 */
@component
export class DatabaseCalls extends pulumi.ComponentResource {
  readonly role: aws.iam.Role;
  /** Depend on this before calling. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: DatabaseCallsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:DatabaseCalls", name, {}, opts);
    new Check("DatabaseCalls", name).args(args, databaseCallsProblems).done();
    const { database, functions } = args;
    const { network, server, callRole } = database;
    database.callers.push(name);
    const child = { parent: this };
    this.role = callRole!;
    const right: Statement = {
      Action: "lambda:InvokeFunction",
      Resource: functions.map(({ invokeTargetArn }) => invokeTargetArn),
    };
    const policy = new aws.iam.RolePolicy(name, { role: this.role.name, policy: policyDocument([right]) }, child);
    const association = this.associate(name, database, policy);
    const endpoint = network.endpoints.get(InterfaceService.Lambda)?.securityGroup;
    const from = { securityGroup: database.serverSecurityGroup };
    const way = endpoint
      ? new Connection(`${database.name}-lambda`, { from, to: { securityGroup: endpoint }, port: HTTPS }, child)
      : new aws.vpc.SecurityGroupEgressRule(
          `${database.name}-lambda`,
          {
            securityGroupId: from.securityGroup.id,
            cidrIpv4: "0.0.0.0/0",
            ipProtocol: "tcp",
            fromPort: HTTPS,
            toPort: HTTPS,
            description: `${database.name} to Lambda`,
          },
          child,
        );
    this.ready = [association, way, ...server.ready];
    this.registerOutputs({ roleArn: this.role.arn });
  }

  /** A role can be associated only with an existing database. */
  private associate(name: string, { kind, server }: Database, policy: aws.iam.RolePolicy): pulumi.CustomResource {
    const opts = { parent: this, dependsOn: [policy, ...server.ready] };
    const roleArn = this.role.arn;
    const target = server.target;
    if ("dbInstanceIdentifier" in target) {
      return new aws.rds.RoleAssociation(
        name,
        { dbInstanceIdentifier: target.dbInstanceIdentifier, featureName: "Lambda", roleArn },
        opts,
      );
    }
    // Aurora MySQL has no feature names; its parameter aws_default_lambda_role names the role.
    const featureName = kind === DatabaseKind.AuroraMysql ? undefined : "Lambda";
    return new aws.rds.ClusterRoleAssociation(
      name,
      { dbClusterIdentifier: target.dbClusterIdentifier, featureName, roleArn },
      opts,
    );
  }
}
