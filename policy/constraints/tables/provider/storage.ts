import { type TypeRows } from "../../schema";
import { providerFile } from "../pages";
import { together } from "../together";

const report = {
  ...{ reportName: "orders", timeUnit: "DAILY", s3Bucket: "orders-reports", s3Region: "eu-west-1", s3Prefix: "costs" },
  ...{ format: "Parquet", compression: "Parquet", additionalSchemaElements: ["RESOURCES"] },
};
const csv = { format: "textORcsv", compression: "GZIP" };
const athena = { additionalArtifacts: { contains: { const: "ATHENA" } } };
const forAthena = { additionalArtifacts: ["ATHENA"], reportVersioning: "OVERWRITE_REPORT" };
const lustre = { subnetIds: "subnet-0123456789abcdef0", deploymentType: "PERSISTENT_2" };
const tiered = { ...lustre, storageType: "INTELLIGENT_TIERING" };
const openZfs = { subnetIds: "subnet-0123456789abcdef0", storageCapacity: 64 };

/** Conditions on file systems and reports that the AWS provider's own code has. */
export const providerStorage: readonly TypeRows[] = [
  {
    type: "aws:cur/reportDefinition:ReportDefinition",
    source: providerFile("cur/report_definition"),
    rows: [
      together(
        "a report for Athena is for nothing else",
        { when: athena, properties: { additionalArtifacts: { maxItems: 1 } } },
        { ...report, ...forAthena },
        {},
        { additionalArtifacts: ["ATHENA", "REDSHIFT"] },
      ),
      together(
        "a report for Athena has a prefix",
        { when: athena, required: ["s3Prefix"], properties: { s3Prefix: { minLength: 1 } } },
        { ...report, ...forAthena },
        {},
        { s3Prefix: undefined },
      ),
      together(
        "a report for Athena overwrites the one before",
        {
          when: athena,
          properties: { reportVersioning: { const: "OVERWRITE_REPORT" } },
          required: ["reportVersioning"],
        },
        { ...report, ...forAthena },
        {},
        { reportVersioning: "CREATE_NEW_REPORT" },
      ),
      together(
        "a report for Athena is Parquet",
        { when: athena, properties: { format: { const: "Parquet" } } },
        { ...report, ...forAthena },
        {},
        csv,
      ),
      together(
        "a report for Redshift or QuickSight is not Parquet",
        {
          when: { additionalArtifacts: { contains: { enum: ["REDSHIFT", "QUICKSIGHT"] } } },
          properties: { format: { not: { const: "Parquet" } } },
        },
        report,
        { ...csv, additionalArtifacts: ["REDSHIFT"] },
        { additionalArtifacts: ["REDSHIFT"] },
      ),
      together(
        "Parquet is compressed as Parquet",
        { when: { format: "Parquet" }, properties: { compression: { const: "Parquet" } } },
        report,
        {},
        { compression: "GZIP" },
      ),
      together(
        "text is not compressed as Parquet",
        { when: { format: "textORcsv" }, properties: { compression: { not: { const: "Parquet" } } } },
        report,
        csv,
        { format: "textORcsv" },
      ),
    ],
  },
  {
    type: "aws:fsx/lustreFileSystem:LustreFileSystem",
    source: providerFile("fsx/lustre_file_system"),
    rows: [
      together(
        "metadata are configured on PERSISTENT_2 alone",
        {
          if: { required: ["deploymentType"], properties: { deploymentType: { const: "PERSISTENT_2" } } },
          else: { excluded: ["metadataConfiguration"] },
        },
        { ...lustre, metadataConfiguration: { mode: "AUTOMATIC" } },
        {},
        { deploymentType: "SCRATCH_2" },
      ),
      // Each 4,000 MB/s have a cache of 32 to 131,072 GiB.
      ...[1, 2, 3, 4].map((factor) =>
        together(
          `the cache of a file system of ${4000 * factor} MB/s has ${32 * factor} to ${131_072 * factor} GiB`,
          {
            when: { throughputCapacity: 4000 * factor, "dataReadCacheConfiguration.sizingMode": "USER_PROVISIONED" },
            properties: { "dataReadCacheConfiguration.size": { minimum: 32 * factor, maximum: 131_072 * factor } },
          },
          { ...tiered, throughputCapacity: 4000 * factor },
          { dataReadCacheConfiguration: { sizingMode: "USER_PROVISIONED", size: 32 * factor } },
          { dataReadCacheConfiguration: { sizingMode: "USER_PROVISIONED", size: 32 * factor - 1 } },
        ),
      ),
    ],
  },
  {
    type: "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    source: providerFile("fsx/openzfs_file_system"),
    rows: (
      [
        ["SINGLE_AZ_1", 160_000, 64],
        ["SINGLE_AZ_2", 400_000, 160],
      ] as const
    ).map(([deploymentType, maximum, throughputCapacity]) =>
      together(
        `${deploymentType} has at most ${maximum} IOPS`,
        { when: { deploymentType }, properties: { "diskIopsConfiguration.iops": { maximum } } },
        { ...openZfs, deploymentType, throughputCapacity },
        { diskIopsConfiguration: { mode: "USER_PROVISIONED", iops: 3000 } },
        { diskIopsConfiguration: { mode: "USER_PROVISIONED", iops: maximum + 1 } },
      ),
    ),
  },
];
