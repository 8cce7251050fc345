import { type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says, takes } from "../given";
import { api } from "../pages";

const lustreApi = { source: api("fsx", "CreateFileSystemLustreConfiguration") };
const capacity = { source: api("fsx", "CreateFileSystem") };
const scratch = { deploymentType: ["SCRATCH_1", "SCRATCH_2"] };
const persistent = { deploymentType: "PERSISTENT_2" };
const logs = (name: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`;

/** FSx for Lustre, and its caches. */
export const fsxLustre: readonly TypeRows[] = [
  {
    type: "aws:fsx/lustreFileSystem:LustreFileSystem",
    source: api("fsx", "CreateFileSystemLustreConfiguration"),
    rows: [
      says(
        "a file system of SSD has 1,200 GiB, or a multiple of 2,400",
        {
          when: { deploymentType: ["SCRATCH_2", "PERSISTENT_1", "PERSISTENT_2"] },
          if: {
            anyOf: [
              { excluded: ["storageType"] },
              { required: ["storageType"], properties: { storageType: { const: "SSD" } } },
            ],
          },
          then: { properties: { storageCapacity: { anyOf: [{ enum: [1_200] }, { multipleOf: 2_400 }] } } },
          ...capacity,
        },
        { ...persistent, storageCapacity: 4_800 },
        { ...persistent, storageCapacity: 3_600 },
      ),
      narrows(
        "SCRATCH_1 has 1,200, 2,400 GiB, or a multiple of 3,600",
        { deploymentType: "SCRATCH_1" },
        "storageCapacity",
        { anyOf: [{ enum: [1_200, 2_400] }, { multipleOf: 3_600 }] },
        [3_600, 4_800],
        capacity,
      ),
      narrows(
        "HDD of 12 MB/s has a multiple of 6,000 GiB",
        { storageType: "HDD", perUnitStorageThroughput: 12 },
        "storageCapacity",
        { multipleOf: 6_000 },
        [6_000, 7_200],
        capacity,
      ),
      narrows(
        "HDD of 40 MB/s has a multiple of 1,800 GiB",
        { storageType: "HDD", perUnitStorageThroughput: 40 },
        "storageCapacity",
        { multipleOf: 1_800 },
        [1_800, 2_400],
        capacity,
      ),
      needs(
        "PERSISTENT_1 has a perUnitStorageThroughput",
        { deploymentType: "PERSISTENT_1" },
        { perUnitStorageThroughput: 50 },
        lustreApi,
      ),
      bars("scratch has no perUnitStorageThroughput", scratch, { perUnitStorageThroughput: 50 }, lustreApi),
      narrows(
        "PERSISTENT_2 has 125, 250, 500 or 1,000 MB/s a TiB",
        persistent,
        "perUnitStorageThroughput",
        { enum: [125, 250, 500, 1_000] },
        [125, 100],
        lustreApi,
      ),
      narrows(
        "PERSISTENT_1 has 50, 100 or 200 MB/s a TiB of SSD, 12 or 40 of HDD",
        { deploymentType: "PERSISTENT_1" },
        "perUnitStorageThroughput",
        { enum: [50, 100, 200, 12, 40] },
        [50, 125],
        lustreApi,
      ),
      narrows(
        "HDD has 12 or 40 MB/s a TiB",
        { storageType: "HDD" },
        "perUnitStorageThroughput",
        { enum: [12, 40] },
        [12, 50],
        lustreApi,
      ),
      narrows(
        "HDD is of PERSISTENT_1",
        { storageType: "HDD" },
        "deploymentType",
        { const: "PERSISTENT_1" },
        ["PERSISTENT_1", "PERSISTENT_2"],
        capacity,
      ),
      needs("HDD says of its cache", { storageType: "HDD" }, { driveCacheType: "NONE" }, lustreApi),
      narrows(
        "Intelligent-Tiering is of PERSISTENT_2",
        { storageType: "INTELLIGENT_TIERING" },
        "deploymentType",
        { const: "PERSISTENT_2" },
        ["PERSISTENT_2", "PERSISTENT_1"],
        capacity,
      ),
      needs(
        "Intelligent-Tiering has a cache for reads",
        { storageType: "INTELLIGENT_TIERING" },
        { dataReadCacheConfiguration: { sizingMode: "NO_CACHE" } },
        lustreApi,
      ),
      needs(
        "Intelligent-Tiering has a throughputCapacity",
        { storageType: "INTELLIGENT_TIERING" },
        { throughputCapacity: 4_000 },
        lustreApi,
      ),
      at(
        "dataReadCacheConfiguration",
        "a cache of one's own size has it",
        {
          when: { sizingMode: "USER_PROVISIONED" },
          required: ["size"],
          source: api("fsx", "LustreReadCacheConfiguration"),
        },
        { sizingMode: "USER_PROVISIONED", size: 32 },
        { sizingMode: "USER_PROVISIONED" },
      ),
      takes("what is exported is of an import", { exportPath: "s3://b/a" }, { importPath: "s3://b" }, lustreApi),
      takes("a policy of imports is of an import", { autoImportPolicy: "NEW" }, { importPath: "s3://b" }, lustreApi),
      at("importPath", "an import is of s3://", { pattern: "^s3://", ...lustreApi }, "s3://b", "b"),
      bars("PERSISTENT_2 has no importPath", persistent, { importPath: "s3://b" }, lustreApi),
      bars("scratch has no automatic backups", scratch, { automaticBackupRetentionDays: 7 }, lustreApi),
      at(
        "automaticBackupRetentionDays",
        "backups are kept for 0 to 90 days",
        { minimum: 0, maximum: 90, ...lustreApi },
        90,
        91,
      ),
      takes(
        "a time of backups is of backups that are kept",
        { dailyAutomaticBackupStartTime: "05:00" },
        { automaticBackupRetentionDays: 7 },
        lustreApi,
      ),
      at(
        "logConfiguration.destination",
        "logs go to a group whose name begins with /aws/fsx/",
        { pattern: ":log-group:/aws/fsx/", source: api("fsx", "LustreLogCreateConfiguration") },
        logs("/aws/fsx/lustre"),
        logs("lustre"),
      ),
      at(
        "logConfiguration",
        "logs that are off go nowhere",
        { when: { level: "DISABLED" }, excluded: ["destination"], source: api("fsx", "LustreLogCreateConfiguration") },
        { level: "DISABLED" },
        { level: "DISABLED", destination: logs("/aws/fsx/lustre") },
      ),
      at(
        "metadataConfiguration",
        "metadata in the mode AUTOMATIC have no iops",
        {
          when: { mode: "AUTOMATIC" },
          excluded: ["iops"],
          source: api("fsx", "CreateFileSystemLustreMetadataConfiguration"),
        },
        { mode: "AUTOMATIC" },
        { mode: "AUTOMATIC", iops: 1_500 },
      ),
      at(
        "metadataConfiguration.iops",
        "metadata have 1,500, 3,000, 6,000 iops, or a multiple of 12,000 up to 192,000",
        {
          anyOf: [{ enum: [1_500, 3_000, 6_000] }, { multipleOf: 12_000, maximum: 192_000 }],
          source: api("fsx", "CreateFileSystemLustreMetadataConfiguration"),
        },
        3_000,
        2_000,
      ),
      takes(
        "metadata are set up for PERSISTENT_2",
        { metadataConfiguration: { mode: "AUTOMATIC" } },
        { deploymentType: "PERSISTENT_2" },
        lustreApi,
      ),
      bars(
        "EFA is not of scratch or PERSISTENT_1",
        { deploymentType: ["SCRATCH_1", "SCRATCH_2", "PERSISTENT_1"] },
        { efaEnabled: true },
        lustreApi,
      ),
      at(
        "rootSquashConfiguration.rootSquash",
        "root becomes a user and a group: 65534:65534",
        { pattern: "^[0-9]{1,10}:[0-9]{1,10}$", source: api("fsx", "LustreRootSquashConfiguration") },
        "65534:65534",
        "nobody",
      ),
    ],
  },
  {
    type: "aws:fsx/fileCache:FileCache",
    source: api("fsx", "CreateFileCache"),
    rows: [
      at("subnetIds", "a cache is in one subnet", { maxItems: 1 }, ["subnet-1"], ["subnet-1", "subnet-2"]),
      at(
        "storageCapacity",
        "a cache has 1,200 GiB, or a multiple of 2,400",
        { anyOf: [{ enum: [1_200] }, { multipleOf: 2_400 }] },
        2_400,
        3_600,
      ),
      at(
        "dataRepositoryAssociations",
        "a cache has up to eight repositories",
        { maxItems: 8 },
        [{ fileCachePath: "/a" }],
        Array.from({ length: 9 }, (_, n) => ({ fileCachePath: `/a${n}` })),
      ),
      at(
        "dataRepositoryAssociations[].fileCachePath",
        "a path of a cache begins with /",
        { pattern: "^/", source: api("fsx", "FileCacheDataRepositoryAssociation") },
        "/a",
        "a",
      ),
      at(
        "lustreConfigurations[].perUnitStorageThroughput",
        "a cache has 1,000 MB/s a TiB",
        { enum: [1_000], source: api("fsx", "CreateFileCacheLustreConfiguration") },
        1_000,
        500,
      ),
      at(
        "lustreConfigurations[].metadataConfigurations[].storageCapacity",
        "metadata have 2,400 GiB",
        { enum: [2_400], source: api("fsx", "FileCacheLustreMetadataConfiguration") },
        2_400,
        1_200,
      ),
    ],
  },
  {
    type: "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation",
    source: api("fsx", "CreateDataRepositoryAssociation"),
    rows: [
      at("fileSystemPath", "a path of the file system begins with /", { pattern: "^/" }, "/ns1", "ns1"),
      at("dataRepositoryPath", "a repository is s3://", { pattern: "^s3://" }, "s3://b/a", "b/a"),
    ],
  },
];
