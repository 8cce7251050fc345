import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, type AlarmSettings } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { Connection, type Guarded } from "../network/connection";
import { withDefaults } from "../core/defaults";
import { type Link } from "../core/permissions";
import { type ServerlessCacheArgs, serverlessCacheDefaults } from "./serverlessCacheArgs";
import { serverlessCacheArgsProblems } from "./serverlessCacheCheck";

/** Port of the endpoint for reads and writes, which takes TLS only. */
const PORT = 6379;

/** Clients may read and write keys, and run no commands that affect all keys at once or manage the cache. */
const ACCESS = "on ~* -@all +@read +@write +@connection -@dangerous";

/**
 * A Valkey cache that scales by itself (ElastiCache Serverless): encrypted at rest and in transit, reachable by
 * connected functions only. They sign in with their roles: there is no password.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html
 */
@component
export class ServerlessCache extends pulumi.ComponentResource implements Guarded {
  readonly cache: aws.elasticache.ServerlessCache;
  readonly user: aws.elasticache.User;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly arn: pulumi.Output<string>;
  /** URL for the client, beginning with rediss://; empty without a cache, as on the stack local. */
  readonly endpoint: pulumi.Output<string>;

  constructor(
    readonly name: string,
    args: ServerlessCacheArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:data:ServerlessCache", name, {}, opts);
    // AWS generates no names for these, and all stacks of an account share a Region's names.
    const physicalName = `${name}-${pulumi.getStack()}`.toLowerCase();
    new Check("ServerlessCache", name)
      .args(args, (given) => serverlessCacheArgsProblems(name, physicalName, given))
      .done();
    const { network, maxStorageGb, maxEcpuPerSecond, snapshotDays, kmsKeyArn, alarms, tags } = withDefaults(
      serverlessCacheDefaults,
      args,
    );
    const child = { parent: this };

    this.user = new aws.elasticache.User(
      name,
      {
        userId: physicalName,
        userName: physicalName, // with IAM, the name must equal the id
        engine: "valkey",
        authenticationMode: { type: "iam" },
        accessString: ACCESS,
        tags,
      },
      child,
    );
    const group = new aws.elasticache.UserGroup(
      name,
      { userGroupId: physicalName, engine: "valkey", userIds: [this.user.userId], tags },
      child,
    );
    this.securityGroup = network.securityGroup(name, `Cache ${name}`, child);
    this.cache = new aws.elasticache.ServerlessCache(
      name,
      {
        name: physicalName,
        description: `Cache ${name}`,
        engine: "valkey",
        majorEngineVersion: "8",
        cacheUsageLimits: {
          dataStorage: { maximum: maxStorageGb, unit: "GB" },
          ecpuPerSeconds: [{ maximum: maxEcpuPerSecond }],
        },
        subnetIds: network.subnetIds,
        securityGroupIds: [this.securityGroup.id],
        userGroupId: group.userGroupId,
        kmsKeyId: kmsKeyArn,
        snapshotRetentionLimit: snapshotDays,
        dailySnapshotTime: args.snapshotTime,
        tags,
      },
      { ...child, deleteBeforeReplace: true },
    );
    this.arn = this.cache.arn;
    this.endpoint = (this.cache.endpoints as pulumi.Output<{ address: string; port: number }[] | undefined>).apply(
      (endpoints) => (endpoints?.[0] ? `rediss://${endpoints[0].address}:${endpoints[0].port}` : ""),
    );
    this.alarms(maxStorageGb, { ...alarms, tags });
    this.registerOutputs({ endpoint: this.endpoint });
  }

  /** Allows a part of the network to open connections to the cache. */
  connect(from: Guarded & { name: string }): Connection {
    return new Connection(`${from.name}-${this.name}`, { from, to: this, port: PORT }, { parent: this });
  }

  /** Sign in to the cache as its user; its address, its name and the user are passed in CACHE_ENDPOINT, CACHE_NAME and CACHE_USER. */
  use(): Link {
    return {
      statements: [{ Action: "elasticache:Connect", Resource: [this.arn, this.user.arn] }],
      environment: { CACHE_ENDPOINT: this.endpoint, CACHE_NAME: this.cache.name, CACHE_USER: this.user.userId },
    };
  }

  private alarms(maxStorageGb: number, args: AlarmSettings): void {
    const cache = { namespace: "AWS/ElastiCache", dimensions: { clusterId: this.cache.name } };
    const { name } = this;
    alarm(
      `${name}-throttled`,
      {
        ...cache,
        metricName: "ThrottledCmds",
        description: `${name} refused commands: raise its maxEcpuPerSecond`,
      },
      args,
      { parent: this },
    );
    alarm(
      `${name}-storage`,
      {
        ...cache,
        metricName: "BytesUsedForCache",
        statistic: "Maximum",
        threshold: maxStorageGb * 900_000_000, // 90 % of it
        description: `${name} is nearly full and will evict: raise its maxStorageGb, or keep less`,
      },
      args,
      { parent: this },
    );
  }
}
