import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, oneOf, says } from "../given";
import { api } from "../pages";
import { oneSubnet, twoSubnets } from "./fsxSubnets";

const ontapApi = { source: api("fsx", "CreateFileSystemOntapConfiguration") };
const capacity = { source: api("fsx", "CreateFileSystem") };

/** FSx for ONTAP. */
export const fsxOntap: readonly TypeRows[] = [
  {
    type: "aws:fsx/ontapFileSystem:OntapFileSystem",
    source: api("fsx", "CreateFileSystemOntapConfiguration"),
    rows: [
      twoSubnets("MULTI_AZ_1", "MULTI_AZ_2"),
      oneSubnet,
      oneOf(
        "a throughput is of the file system or of each pair",
        { throughputCapacity: 128 },
        { throughputCapacityPerHaPair: 128 },
        ontapApi,
      ),
      narrows(
        "only SINGLE_AZ_2 has several pairs",
        { deploymentType: ["SINGLE_AZ_1", "MULTI_AZ_1", "MULTI_AZ_2"] },
        "haPairs",
        { maximum: 1 },
        [1, 2],
        // AWS's page; the provider's documentation has an example of two.
        { ...ontapApi, level: "advisory" },
      ),
      at("haPairs", "a file system has 1 to 12 pairs", { minimum: 1, maximum: 12, ...ontapApi }, 12, 13),
      narrows(
        "the first generation has 128 to 4,096 MB/s in powers of two",
        { deploymentType: ["SINGLE_AZ_1", "MULTI_AZ_1"] },
        "throughputCapacity",
        { enum: [128, 256, 512, 1_024, 2_048, 4_096] },
        [128, 384],
        ontapApi,
      ),
      narrows(
        "two zones of the second generation have 384, 768, 1,536, 3,072 or 6,144 MB/s",
        { deploymentType: "MULTI_AZ_2" },
        "throughputCapacityPerHaPair",
        { enum: [384, 768, 1_536, 3_072, 6_144] },
        [384, 512],
        ontapApi,
      ),
      bars(
        "one zone has no route tables",
        { deploymentType: ["SINGLE_AZ_1", "SINGLE_AZ_2"] },
        { routeTableIds: ["rtb-1"] },
        ontapApi,
      ),
      bars(
        "one zone has no range of endpoints",
        { deploymentType: ["SINGLE_AZ_1", "SINGLE_AZ_2"] },
        { endpointIpAddressRange: "198.19.255.0/24" },
        ontapApi,
      ),
      at("storageCapacity", "a file system has 1,024 GiB or more", { minimum: 1_024, ...capacity }, 1_024, 1_023),
      says(
        "a preferred subnet is one of the subnets",
        { memberOf: [["preferredSubnetId", "subnetIds[]"]] },
        { preferredSubnetId: "subnet-1", subnetIds: ["subnet-1"] },
        { preferredSubnetId: "subnet-3", subnetIds: ["subnet-1"] },
      ),
      at(
        "automaticBackupRetentionDays",
        "backups are kept for 0 to 90 days",
        { minimum: 0, maximum: 90, ...ontapApi },
        90,
        91,
      ),
      at(
        "fsxAdminPassword",
        "a password has 8 to 50 characters, a letter and a digit, and not admin",
        { pattern: "^(?=.*[A-Za-z])(?=.*[0-9])(?!.*[Aa][Dd][Mm][Ii][Nn]).{8,50}$", ...ontapApi },
        "Secret12345",
        "admin12345",
      ),
      at(
        "diskIopsConfiguration",
        "iops in the mode AUTOMATIC have no number",
        { when: { mode: "AUTOMATIC" }, excluded: ["iops"], source: api("fsx", "DiskIopsConfiguration") },
        { mode: "AUTOMATIC" },
        { mode: "AUTOMATIC", iops: 3_072 },
      ),
    ],
  },
  {
    type: "aws:fsx/ontapVolume:OntapVolume",
    source: api("fsx", "CreateOntapVolumeConfiguration"),
    rows: [
      at("junctionPath", "a path begins with /", { pattern: "^/" }, "/vol1", "vol1"),
      apart("a size is in bytes or in megabytes", { sizeInBytes: "1073741824" }, { sizeInMegabytes: 1_024 }),
      at(
        "tieringPolicy",
        "a period of cooling is of AUTO and SNAPSHOT_ONLY",
        { when: { name: ["NONE", "ALL"] }, excluded: ["coolingPeriod"], source: api("fsx", "TieringPolicy") },
        { name: "NONE" },
        { name: "NONE", coolingPeriod: 31 },
      ),
      at(
        "tieringPolicy.coolingPeriod",
        "a period is 2 to 183 days",
        { minimum: 2, maximum: 183, source: api("fsx", "TieringPolicy") },
        2,
        1,
      ),
      bars(
        "a FlexVol has no aggregates of several parts",
        { volumeStyle: "FLEXVOL" },
        { "aggregateConfiguration.constituentsPerAggregate": 8 },
        { source: api("fsx", "CreateAggregateConfiguration") },
      ),
      bars("a volume that protects data has no junction path", { ontapVolumeType: "DP" }, { junctionPath: "/vol1" }),
      bars(
        "a volume that protects data has no style of security",
        { ontapVolumeType: "DP" },
        { securityStyle: "UNIX" },
      ),
      at(
        "name",
        "a volume has up to 203 letters, digits and underscores",
        { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,202}$", source: api("fsx", "CreateVolume") },
        "vol_1",
        "vol-1",
      ),
      ...["defaultRetention", "maximumRetention", "minimumRetention"].map((name) =>
        at(
          `snaplockConfiguration.retentionPeriod.${name}`,
          `${name} without end has no value`,
          { when: { type: ["INFINITE", "UNSPECIFIED"] }, excluded: ["value"], source: api("fsx", "RetentionPeriod") },
          { type: "INFINITE" },
          { type: "INFINITE", value: 1 },
        ),
      ),
      at(
        "snaplockConfiguration.autocommitPeriod",
        "no autocommit has no value",
        { when: { type: "NONE" }, excluded: ["value"], source: api("fsx", "AutocommitPeriod") },
        { type: "NONE" },
        { type: "NONE", value: 1 },
      ),
    ],
  },
  {
    type: "aws:fsx/ontapStorageVirtualMachine:OntapStorageVirtualMachine",
    source: api("fsx", "CreateStorageVirtualMachine"),
    rows: [
      at(
        "activeDirectoryConfiguration.netbiosName",
        "a NetBIOS name has up to 15 characters",
        { maxLength: 15, source: api("fsx", "CreateSvmActiveDirectoryConfiguration") },
        "SVM1",
        "S".repeat(16),
      ),
      at(
        "svmAdminPassword",
        "a password has 8 to 50 characters, a letter and a digit, and not admin",
        { pattern: "^(?=.*[A-Za-z])(?=.*[0-9])(?!.*[Aa][Dd][Mm][Ii][Nn]).{8,50}$" },
        "Secret12345",
        "secret",
      ),
    ],
  },
];
