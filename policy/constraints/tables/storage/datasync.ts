import { type TypeRows } from "../../schema";
import { at, narrows, needs, says, takes } from "../given";
import { api } from "../pages";

const role = "arn:aws:iam::111122223333:role/r";
const options = { source: api("datasync", "Options") };
const access = { efsFileSystemArn: "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-12345678" };

/** DataSync. */
export const datasync: readonly TypeRows[] = [
  {
    type: "aws:datasync/locationHdfs:LocationHdfs",
    source: api("datasync", "CreateLocationHdfs"),
    rows: [
      needs("SIMPLE authentication has a simpleUser", { authenticationType: "SIMPLE" }, { simpleUser: "hdfs" }),
      needs("KERBEROS has a principal", { authenticationType: "KERBEROS" }, { kerberosPrincipal: "p" }),
      says(
        "KERBEROS has a keytab",
        { when: { authenticationType: "KERBEROS" }, requiredOr: ["kerberosKeytab", "kerberosKeytabBase64"] },
        { authenticationType: "KERBEROS", kerberosKeytab: "k" },
        { authenticationType: "KERBEROS" },
      ),
      says(
        "KERBEROS has a krb5.conf",
        { when: { authenticationType: "KERBEROS" }, requiredOr: ["kerberosKrb5Conf", "kerberosKrb5ConfBase64"] },
        { authenticationType: "KERBEROS", kerberosKrb5Conf: "k" },
        { authenticationType: "KERBEROS" },
      ),
      at(
        "blockSize",
        "a block is a multiple of 512 bytes",
        { multipleOf: 512, minimum: 1_048_576, maximum: 1_073_741_824 },
        134_217_728,
        1_048_577,
      ),
      at("replicationFactor", "blocks are written 1 to 512 times", { minimum: 1, maximum: 512 }, 3, 513),
    ],
  },
  {
    type: "aws:datasync/efsLocation:EfsLocation",
    source: api("datasync", "CreateLocationEfs"),
    rows: [
      says(
        "an access point needs encryption in transit",
        {
          if: { required: ["accessPointArn"] },
          then: { required: ["inTransitEncryption"], properties: { inTransitEncryption: { const: "TLS1_2" } } },
        },
        {
          ...access,
          accessPointArn: "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
          inTransitEncryption: "TLS1_2",
        },
        {
          ...access,
          accessPointArn: "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1",
          inTransitEncryption: "NONE",
        },
      ),
      says(
        "a role needs encryption in transit",
        {
          if: { required: ["fileSystemAccessRoleArn"] },
          then: { required: ["inTransitEncryption"], properties: { inTransitEncryption: { const: "TLS1_2" } } },
        },
        { ...access, fileSystemAccessRoleArn: role, inTransitEncryption: "TLS1_2" },
        { ...access, fileSystemAccessRoleArn: role },
      ),
    ],
  },
  {
    type: "aws:datasync/locationAzureBlob:LocationAzureBlob",
    source: api("datasync", "CreateLocationAzureBlob"),
    rows: [
      needs("a signature has a token", { authenticationType: "SAS" }, { "sasConfiguration.token": "sp=r" }),
      at(
        "containerUrl",
        "a container has an https address",
        { pattern: "^https://" },
        "https://a.blob.core.windows.net/c",
        "http://a.blob.core.windows.net/c",
      ),
    ],
  },
  {
    type: "aws:datasync/fsxOpenZfsFileSystem:FsxOpenZfsFileSystem",
    source: api("datasync", "CreateLocationFsxOpenZfs"),
    rows: [at("subdirectory", "a folder begins with /fsx", { pattern: "^/fsx" }, "/fsx/a", "/a")],
  },
  {
    type: "aws:datasync/task:Task",
    source: api("datasync", "CreateTask"),
    rows: [
      narrows(
        "a task that keeps access times keeps times of change",
        { "options.atime": "BEST_EFFORT" },
        "options.mtime",
        { const: "PRESERVE" },
        ["PRESERVE", "NONE"],
        options,
      ),
      narrows(
        "a task that keeps no access times keeps none of change",
        { "options.atime": "NONE" },
        "options.mtime",
        { const: "NONE" },
        ["NONE", "PRESERVE"],
        options,
      ),
      narrows(
        "a task that removes files does not copy all",
        { "options.preserveDeletedFiles": "REMOVE" },
        "options.transferMode",
        { const: "CHANGED" },
        ["CHANGED", "ALL"],
        options,
      ),
      at(
        "options.bytesPerSecond",
        "a bandwidth is -1 for no limit, or one byte a second and more",
        { minimum: -1, not: { const: 0 }, ...options },
        -1,
        -2,
      ),
      at(
        "schedule.scheduleExpression",
        "a task runs at most once an hour",
        { not: { pattern: "^rate\\(\\s*([1-9]|[1-5][0-9])\\s+minutes?\\s*\\)$" } },
        "rate(1 hour)",
        "rate(30 minutes)",
      ),
      at(
        "schedule.scheduleExpression",
        "a schedule is cron(…) or rate(…)",
        { pattern: "^(cron|rate)\\(" },
        "cron(0 12 * * ? *)",
        "at(2027-01-01T00:00:00)",
      ),
      says(
        "the source of a task is not its destination",
        { different: [["sourceLocationArn", "destinationLocationArn"]] },
        { sourceLocationArn: "a", destinationLocationArn: "b" },
        { sourceLocationArn: "a", destinationLocationArn: "a" },
      ),
    ],
  },
  {
    type: "aws:datasync/agent:Agent",
    source: api("datasync", "CreateAgent"),
    rows: [
      takes(
        "an agent of an endpoint has its subnets",
        { vpcEndpointId: "vpce-1" },
        { subnetArns: ["arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1"] },
      ),
      takes(
        "an agent of an endpoint has its security groups",
        { vpcEndpointId: "vpce-1" },
        { securityGroupArns: ["arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"] },
      ),
      at(
        "subnetArns",
        "an agent has one subnet",
        { maxItems: 1 },
        ["arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1"],
        ["a", "b"],
      ),
      at(
        "securityGroupArns",
        "an agent has one security group",
        { maxItems: 1 },
        ["arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"],
        ["a", "b"],
      ),
    ],
  },
];
