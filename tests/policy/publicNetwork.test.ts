import { judges, sent as r } from "./judgement/judge";

const group = (ingress: object = {}) =>
  r("aws:ec2/securityGroup:SecurityGroup", "g", {
    id: "sg-0123456789abcdef0",
    ingress: [{ protocol: "tcp", ...ingress }],
  });
const rule = (ingress: object = {}) =>
  r("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "i", {
    securityGroupId: "sg-0123456789abcdef0",
    ipProtocol: "tcp",
    cidrIpv4: "0.0.0.0/0",
    ...ingress,
  });
const world = { cidrBlocks: ["0.0.0.0/0"] };

/** Each type with the properties that give it an address and its groups, and the port where it listens. */
const servers = {
  "rds-public-access": [
    r("dbInstance", "d", {
      engine: "postgres",
      username: "app",
      publiclyAccessible: true,
      vpcSecurityGroupIds: ["sg-0123456789abcdef0"],
    }),
    5432,
  ],
  "redshift-public-access": [
    r("aws:redshift/cluster:Cluster", "d", { publiclyAccessible: true, vpcSecurityGroupIds: ["sg-0123456789abcdef0"] }),
    5439,
  ],
  "redshiftserverless-public-access": [
    r("aws:redshiftserverless/workgroup:Workgroup", "d", {
      publiclyAccessible: true,
      securityGroupIds: ["sg-0123456789abcdef0"],
    }),
    5439,
  ],
  "dms-public-access": [
    r("aws:dms/replicationInstance:ReplicationInstance", "d", {
      publiclyAccessible: true,
      vpcSecurityGroupIds: ["sg-0123456789abcdef0"],
    }),
    443,
  ],
  "mq-public-access": [
    r("aws:mq/broker:Broker", "d", {
      engineType: "ActiveMQ",
      publiclyAccessible: true,
      securityGroups: ["sg-0123456789abcdef0"],
    }),
    8162,
  ],
  "msk-public-access": [
    r("aws:msk/cluster:Cluster", "d", {
      brokerNodeGroupInfo: {
        securityGroups: ["sg-0123456789abcdef0"],
        connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } },
      },
    }),
    9198,
  ],
} as const;

judges(
  "a server with an address on the internet",
  Object.entries(servers).flatMap(([id, [server, port]]) => {
    const ports = { fromPort: port, toPort: port };
    return [
      [`${id}: a group that lets in everybody`, ["stops", id], server, group({ ...world, ...ports })],
      [`${id}: such a rule of its own`, ["stops", id], server, group(), rule(ports)],
      [`${id}: every protocol, over IPv6`, ["stops", id], server, group({ ipv6CidrBlocks: ["::/0"], protocol: "-1" })],
      [`${id}: a group for an office`, ["advises", id], server, group({ cidrBlocks: ["203.0.113.0/24"], ...ports })],
      [`${id}: a group of another program`, ["advises", id], server],
    ] as const;
  }),
);

judges("a server with an address on the internet, in particular", [
  [
    "a database behind a group that opens another port",
    ["advises", "rds-public-access"],
    servers["rds-public-access"][0],
    group({ ...world, fromPort: 443, toPort: 443 }),
  ],
  [
    "an instance of a cluster, by the groups of the cluster",
    ["stops", "rds-cluster-public-access"],
    r("dbClusterInstance", "d", { clusterIdentifier: "c", engine: "aurora-mysql", publiclyAccessible: true }),
    r("dbCluster", "c", { clusterIdentifier: "c", vpcSecurityGroupIds: ["sg-0123456789abcdef0"] }),
    group({ ...world, fromPort: 3306, toPort: 3306 }),
  ],
  [
    "a broker of RabbitMQ, which has no groups",
    ["stops", "mq-public-access"],
    r("aws:mq/broker:Broker", "d", { engineType: "RabbitMQ", publiclyAccessible: true }),
  ],
  [
    "a database of Lightsail, which has no groups",
    ["stops", "lightsail-public-access"],
    r("aws:lightsail/database:Database", "d", { publiclyAccessible: true }),
  ],
  [
    "a database without an address behind an open group",
    ["says nothing of", "public-access"],
    r("dbInstance", "d", { engine: "mysql", username: "app", vpcSecurityGroupIds: ["sg-0123456789abcdef0"] }),
    group({ ...world, fromPort: 3306, toPort: 3306 }),
  ],
]);

const bucket = r("bucket", "b", { bucket: "b" });
const block = (switches: object) =>
  r("bucketPublicAccessBlock", "k", {
    bucket: "b",
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
    ...switches,
  });

judges(
  "an object for everybody",
  ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/objectCopy:ObjectCopy"].flatMap(
    (type) =>
      (["public-read", "public-read-write", "authenticated-read"] as const).flatMap((acl) => {
        const object = r(type, "o", { bucket: "b", key: "k", acl });
        return [
          [`${acl} of ${type}`, ["stops", "s3-public-object-acl"], object],
          [`${acl} of ${type}, which S3 refuses`, ["stops", "s3-public-object-acl"], object, bucket, block({})],
        ] as const;
      }),
  ),
);

judges("the access control list of an object", [
  [
    "private",
    ["says nothing of", "s3-public-object-acl"],
    r("bucketObjectV2", "o", { bucket: "b", key: "k", acl: "private" }),
  ],
  [
    "for the owner of the bucket",
    ["says nothing of", "s3-public-object-acl"],
    r("bucketObjectV2", "o", { bucket: "b", key: "k", acl: "bucket-owner-full-control" }),
  ],
  [
    "granted to a group of everybody",
    ["stops", "s3-public-object-acl"],
    r("aws:s3/objectCopy:ObjectCopy", "o", {
      bucket: "b",
      grants: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers", permissions: ["READ"] }],
    }),
  ],
]);
