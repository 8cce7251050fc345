import { type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const classes = (engine: string) => ({ identifier: "orders", engine });
const tagged = page("AmazonS3/latest/userguide/tagging-and-policies");
const origin = { originId: "o", domainName: "orders.s3-website-eu-west-1.amazonaws.com" };
const website = {
  ...origin,
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "http-only",
    originSslProtocols: ["TLSv1.2"],
  },
};

/** Data, buckets and distributions of the third sample, and their neighbours. */
export const thirdDataReported: readonly TypeRows[] = [
  ...["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"].map((type): TypeRows => ({
    type,
    source: page("AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass"),
    rows: [
      together(
        "instances of the first generations are gone",
        { properties: { instanceClass: { not: { pattern: "^db\\.(t1|m1|m2|cr1)\\." } } } },
        classes("mysql"),
        { instanceClass: "db.t4g.micro" },
        { instanceClass: "db.t1.micro" },
      ),
    ],
  })),
  {
    type: "aws:rds/clusterInstance:ClusterInstance",
    source: page("AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora"),
    rows: [
      together(
        "Aurora PostgreSQL from 14 on does not run on db.r4",
        {
          when: { engine: "aurora-postgresql", engineVersion: { pattern: "^1[4-9]\\b" } },
          properties: { instanceClass: { not: { pattern: "^db\\.r4\\." } } },
        },
        { ...classes("aurora-postgresql"), clusterIdentifier: "orders", engineVersion: "14.4" },
        { instanceClass: "db.r6g.large" },
        { instanceClass: "db.r4.large" },
      ),
    ],
  },
  {
    type: "aws:rds/instance:Instance",
    source: page("AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling"),
    rows: [
      at(
        "",
        "storage grows by a tenth at least",
        { join: "storageGrowth" },
        { allocatedStorage: 100, maxAllocatedStorage: 110 },
        { allocatedStorage: 100, maxAllocatedStorage: 105 },
      ),
    ],
  },
  {
    type: "aws:redshift/cluster:Cluster",
    source: page("redshift/latest/mgmt/working-with-clusters"),
    rows: [
      at(
        "nodeType",
        "nodes of the types dw1 and dw2 are gone",
        { not: { pattern: "^dw[12]\\." } },
        "ra3.large",
        "dw2.large",
      ),
    ],
  },
  ...[
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
  ].map((type): TypeRows => ({
    type,
    source: tagged,
    rows: [
      at(
        "tags.*",
        "a tag's value has letters, digits, spaces and + - = . _ : / @",
        { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" },
        "orders - web",
        "orders (web)",
      ),
    ],
  })),
  {
    type: "aws:cloudfront/distribution:Distribution",
    source: api("cloudfront", "S3OriginConfig"),
    rows: [
      at(
        "origins[]",
        "a bucket's website is a custom origin, without access control",
        {
          when: { domainName: { pattern: "\\.s3-website[.-]" } },
          excluded: ["originAccessControlId", "s3OriginConfig"],
        },
        website,
        { ...website, originAccessControlId: "E1234567890ABC" },
      ),
    ],
  },
  ...["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"].map((type): TypeRows => ({
    type,
    source: api("opensearch", "VPCOptions"),
    rows: [
      at(
        "vpcOptions",
        "a domain in a VPC has a subnet",
        { if: { required: ["securityGroupIds[]"] }, then: { required: ["subnetIds[]"] } },
        { securityGroupIds: ["sg-0123456789abcdef0"], subnetIds: ["subnet-0123456789abcdef0"] },
        { securityGroupIds: ["sg-0123456789abcdef0"] },
      ),
    ],
  })),
  {
    type: "aws:batch/computeEnvironment:ComputeEnvironment",
    source: api("batch", "ComputeResource"),
    rows: ["serviceRole", "computeResources.spotIamFleetRole", "computeResources.instanceRole"].map((path) =>
      at(path, "an ARN begins with arn:", { not: { pattern: "^arn(?!:)" } }, role, "arnawsiam::111122223333:role/r"),
    ),
  },
];
