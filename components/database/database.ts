import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, type AlarmSettings } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { Connection, type Guarded } from "../network/connection";
import { type DatabaseArgs, databaseDefaults, type DatabaseKind, isAurora } from "./args";
import { databaseArgsProblems, isUserName, userNameRule } from "./check";
import { ConnectionBudget } from "./budget";
import { engines } from "./engines";
import { connectAs, databaseProxy, type DatabaseProxy, letProxyConnect, readSecret } from "./proxy";
import { databaseServer, maxConnections, type Server, type Settings } from "./server";
import { withDefaults } from "../core/defaults";
import { type Link, trustService } from "../core/permissions";
import { type PrivateNetwork } from "../network/privateNetwork";

/** Arguments of {@link Database.signIn}. */
export interface SignInAs {
  /** User of the database: lowercase letters, digits and underscores, at most 32. The migrations create it. */
  user: string;
  /** Name of the function that signs in. */
  functionName: string;
  /** Its reserved concurrency, which is also the number of the proxy's connections that it may use. */
  reservedConcurrency: number;
}

/**
 * A relational database in a private network, behind an RDS Proxy, without passwords for functions: each signs in to
 * the proxy by IAM over TLS, as one user. RDS keeps the first user's password in a secret, for migrations only.
 * Encrypted, backed up, and spread over zones.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html
 */
@component
export class Database extends pulumi.ComponentResource implements Guarded {
  readonly kind: DatabaseKind;
  readonly network: PrivateNetwork;
  readonly databaseName: string;
  readonly proxy: aws.rds.Proxy;
  /** Security group of the proxy. */
  readonly securityGroup: aws.ec2.SecurityGroup;
  /** Security group of the database itself, which admits only the proxy and migrations. */
  readonly serverSecurityGroup: aws.ec2.SecurityGroup;
  /** Host name of the proxy. */
  readonly endpoint: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly server: Server;
  /** The connections that the proxy may open, and the functions that have reserved them. */
  readonly budget: ConnectionBudget;
  /** Depend on this before signing in. */
  readonly ready: pulumi.Resource[];
  readonly kmsKeyArn: pulumi.Output<string>;
  /** Role with which its SQL calls functions; undefined without `callsFunctions`. */
  readonly callRole?: aws.iam.Role;
  /** Names of the components that let it call functions. It has one role for that, so at most one. */
  readonly callers: string[] = [];
  private readonly proxied: DatabaseProxy;
  private readonly users = new Set<string>();

  constructor(
    readonly name: string,
    args: DatabaseArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:data:Database", name, {}, opts);
    // Its log groups have its name, and must exist before it.
    const physicalName = `${name}-${pulumi.getStack()}`.toLowerCase();
    const settings: Settings = withDefaults(databaseDefaults, args);
    new Check("Database", name).args(args, (given) => databaseArgsProblems(name, physicalName, given)).done();
    const { kind, network, databaseName, tags, alarms } = settings;
    const child = { parent: this };
    this.kind = kind;
    this.network = network;
    this.databaseName = databaseName;
    this.kmsKeyArn = pulumi.output(
      args.kmsKeyArn ??
        new aws.kms.Key(name, { description: `Database ${name}`, enableKeyRotation: true, tags }, child).arn,
    );
    this.securityGroup = network.securityGroup(`${name}-proxy`, `Proxy of ${name}`, child);
    this.serverSecurityGroup = network.securityGroup(name, `Database ${name}`, child);
    const open = new Connection(
      `${name}-proxy-${name}`,
      { from: this, to: { securityGroup: this.serverSecurityGroup }, port: engines[kind].port },
      child,
    );
    if (settings.callsFunctions) {
      this.callRole = new aws.iam.Role(
        `${name}-calls`,
        {
          assumeRolePolicy: trustService("rds.amazonaws.com"),
          description: `Functions that the SQL of ${name} calls`,
          tags,
        },
        child,
      );
    }
    this.server = databaseServer(
      {
        name,
        physicalName,
        settings,
        callRoleArn: this.callRole?.arn,
        securityGroup: this.serverSecurityGroup,
        kmsKeyArn: this.kmsKeyArn,
      },
      child,
    );
    this.proxied = databaseProxy(
      {
        name,
        physicalName,
        settings,
        server: this.server,
        securityGroup: this.securityGroup,
        kmsKeyArn: this.kmsKeyArn,
      },
      child,
    );
    this.proxy = this.proxied.proxy;
    this.endpoint = this.proxy.endpoint;
    this.port = this.server.port; // the engine decides both
    this.ready = [...this.proxied.ready, open];
    const connections = Math.floor((maxConnections(settings) * settings.proxyConnectionsPercent) / 100);
    this.budget = new ConnectionBudget(name, connections);
    this.alarms({ ...alarms, tags });
    this.registerOutputs({ endpoint: this.endpoint });
  }

  /** Allows a part of the network to open connections to the proxy. */
  connect(from: Guarded & { name: string }): Connection {
    const { port } = engines[this.kind];
    return new Connection(`${from.name}-${this.name}`, { from, to: this, port }, { parent: this });
  }

  /**
   * Sign in through the proxy as one user and nobody else; the address and the user are passed in DATABASE_HOST,
   * DATABASE_PORT, DATABASE_NAME and DATABASE_USER. Throws an ArgumentError when the proxy may open too few connections for the function.
   */
  signIn({ user, functionName, reservedConcurrency }: SignInAs): Link {
    new Check("Database", this.name).that(isUserName(user), "user", user, userNameRule).done();
    this.budget.take(functionName, reservedConcurrency);
    void pulumi.log.info(this.budget.toString(), this);
    if (!this.users.has(user)) {
      this.users.add(user);
      const right = letProxyConnect(this.name, this.proxied, { server: this.server, user }, { parent: this });
      this.ready.push(right);
    }
    return {
      statements: [connectAs(this.proxy.arn, this.proxied.resourceId, user)],
      environment: { ...this.place(this.endpoint), DATABASE_USER: user },
    };
  }

  /** Allows migrations to open connections to the database itself. */
  connectDirectly(from: Guarded & { name: string }): Connection {
    const to = { securityGroup: this.serverSecurityGroup };
    return new Connection(
      `${from.name}-${this.name}-direct`,
      { from, to, port: engines[this.kind].port },
      { parent: this },
    );
  }

  /**
   * Sign in to the database itself as its first user, whose secret is passed in DATABASE_SECRET_ARN. For migrations
   * only.
   */
  administer(): Link {
    return {
      statements: readSecret(this.server.secretArn, this.kmsKeyArn),
      environment: { ...this.place(this.server.endpoint), DATABASE_SECRET_ARN: this.server.secretArn },
    };
  }

  private place(host: pulumi.Output<string>): Record<string, pulumi.Input<string>> {
    return {
      DATABASE_HOST: host,
      DATABASE_PORT: pulumi.interpolate`${this.port}`,
      DATABASE_NAME: this.databaseName,
    };
  }

  private alarms(args: AlarmSettings): void {
    const { name } = this;
    alarm(
      `${name}-connections`,
      {
        // Each node of the proxy reports its own connections every minute.
        period: 60,
        namespace: "AWS/RDS",
        metricName: "DatabaseConnectionsCurrentlyBorrowed",
        dimensions: { ProxyName: this.proxy.name },
        threshold: Math.floor(this.budget.connections * 0.8),
        description: `${name}: 80 % of the ${this.budget.connections} connections of its proxy are in use`,
      },
      args,
      { parent: this },
    );
    const server = { namespace: "AWS/RDS", dimensions: this.server.dimensions, statistic: "Maximum" } as const;
    alarm(
      `${name}-capacity`,
      isAurora(this.kind)
        ? {
            ...server,
            metricName: "ACUUtilization",
            threshold: 90,
            evaluationPeriods: 3,
            description: `${name} is at its maximum capacity: raise its maxCapacity`,
          }
        : {
            ...server,
            metricName: "CPUUtilization",
            threshold: 90,
            evaluationPeriods: 3,
            description: `${name} is at its maximum capacity: give it a larger instanceClass`,
          },
      args,
      { parent: this },
    );
  }
}
