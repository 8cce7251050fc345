import { type TypeRows } from "../../schema";
import { at, narrows, needs, oneOf, says } from "../given";
import { api, page } from "../pages";
import { oneSubnet, twoSubnets } from "./fsxSubnets";

const windowsApi = { source: api("fsx", "CreateFileSystemWindowsConfiguration") };
const capacity = { source: api("fsx", "CreateFileSystem") };
const directory = { dnsIps: ["10.0.0.2"], domainName: "d.example.com", username: "u", password: "p" };
const logs = (name: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`;

/** FSx for Windows. */
export const fsxWindows: readonly TypeRows[] = [
  {
    type: "aws:fsx/windowsFileSystem:WindowsFileSystem",
    source: api("fsx", "CreateFileSystemWindowsConfiguration"),
    rows: [
      at(
        "throughputCapacity",
        "a throughput is a power of two from 8 to 2,048, or 4,608, 6,144, 9,216 or 12,288 MB/s",
        {
          enum: [8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_608, 6_144, 9_216, 12_288],
          source: page("fsx/latest/WindowsGuide/performance"),
        },
        2_048,
        2_040,
      ),
      oneOf(
        "a file system joins one directory",
        { activeDirectoryId: "d-1234567890" },
        { selfManagedActiveDirectory: directory },
      ),
      needs("two zones have a preferred subnet", { deploymentType: "MULTI_AZ_1" }, { preferredSubnetId: "subnet-1" }),
      twoSubnets("MULTI_AZ_1"),
      oneSubnet,
      says(
        "a preferred subnet is one of the subnets",
        { memberOf: [["preferredSubnetId", "subnetIds[]"]] },
        { preferredSubnetId: "subnet-1", subnetIds: ["subnet-1", "subnet-2"] },
        { preferredSubnetId: "subnet-3", subnetIds: ["subnet-1", "subnet-2"] },
      ),
      narrows(
        "HDD has 2,000 GiB or more",
        { storageType: "HDD" },
        "storageCapacity",
        { minimum: 2_000 },
        [2_000, 1_000],
        capacity,
      ),
      narrows("SSD has 32 GiB or more", { storageType: "SSD" }, "storageCapacity", { minimum: 32 }, [32, 31], capacity),
      narrows(
        "HDD is of SINGLE_AZ_2 and MULTI_AZ_1",
        { storageType: "HDD" },
        "deploymentType",
        { enum: ["SINGLE_AZ_2", "MULTI_AZ_1"] },
        ["SINGLE_AZ_2", "SINGLE_AZ_1"],
        capacity,
      ),
      at(
        "automaticBackupRetentionDays",
        "backups are kept for 0 to 90 days",
        { minimum: 0, maximum: 90, ...windowsApi },
        90,
        91,
      ),
      at(
        "aliases",
        "a file system has up to 50 aliases",
        { maxItems: 50, ...windowsApi },
        ["a.example.com"],
        Array.from({ length: 51 }, (_, n) => `a${n}.example.com`),
      ),
      at(
        "auditLogConfiguration.auditLogDestination",
        "audits go to a group that begins with /aws/fsx, or a stream that begins with aws-fsx",
        {
          pattern: ":(log-group:/aws/fsx|deliverystream/aws-fsx)",
          source: api("fsx", "WindowsAuditLogCreateConfiguration"),
        },
        logs("/aws/fsx/windows"),
        logs("windows"),
      ),
      at(
        "auditLogConfiguration",
        "audits that are off go nowhere",
        {
          when: { fileAccessAuditLogLevel: "DISABLED", fileShareAccessAuditLogLevel: "DISABLED" },
          excluded: ["auditLogDestination"],
          source: api("fsx", "WindowsAuditLogCreateConfiguration"),
        },
        { fileAccessAuditLogLevel: "DISABLED", fileShareAccessAuditLogLevel: "DISABLED" },
        {
          fileAccessAuditLogLevel: "DISABLED",
          fileShareAccessAuditLogLevel: "DISABLED",
          auditLogDestination: logs("/aws/fsx/w"),
        },
      ),
      at(
        "selfManagedActiveDirectory.dnsIps",
        "a directory has up to three servers of DNS",
        { maxItems: 3, source: api("fsx", "SelfManagedActiveDirectoryConfiguration") },
        ["10.0.0.2"],
        ["10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"],
      ),
      at(
        "diskIopsConfiguration",
        "iops in the mode AUTOMATIC have no number",
        { when: { mode: "AUTOMATIC" }, excluded: ["iops"], source: api("fsx", "DiskIopsConfiguration") },
        { mode: "AUTOMATIC" },
        { mode: "AUTOMATIC", iops: 3_000 },
      ),
    ],
  },
];
