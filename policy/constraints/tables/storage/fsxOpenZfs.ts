import { type TypeRows } from "../../schema";
import { at, narrows, needs, says } from "../given";
import { api } from "../pages";
import { oneSubnet, twoSubnets } from "./fsxSubnets";

const zfsApi = { source: api("fsx", "CreateFileSystemOpenZFSConfiguration") };
const capacity = { source: api("fsx", "CreateFileSystem") };

/** FSx for OpenZFS. */
export const fsxOpenZfs: readonly TypeRows[] = [
  {
    type: "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    source: api("fsx", "CreateFileSystemOpenZFSConfiguration"),
    rows: [
      says(
        "SSD is what there is where no storage is named: 64 to 524,288 GiB",
        {
          if: { excluded: ["storageType"] },
          then: { properties: { storageCapacity: { minimum: 64, maximum: 524_288 } } },
          ...capacity,
        },
        { storageCapacity: 64 },
        { storageCapacity: 63 },
      ),
      narrows(
        "SINGLE_AZ_1 has 64 to 4,096 MB/s in powers of two",
        { deploymentType: "SINGLE_AZ_1" },
        "throughputCapacity",
        { enum: [64, 128, 256, 512, 1_024, 2_048, 3_072, 4_096] },
        [64, 160],
        zfsApi,
      ),
      narrows(
        "the second generation has 160 to 10,240 MB/s",
        { deploymentType: ["SINGLE_AZ_2", "SINGLE_AZ_HA_2", "MULTI_AZ_1"] },
        "throughputCapacity",
        { enum: [160, 320, 640, 1_280, 2_560, 3_840, 5_120, 7_680, 10_240] },
        [160, 128],
        zfsApi,
      ),
      twoSubnets("MULTI_AZ_1"),
      needs(
        "two zones have a preferred subnet",
        { deploymentType: "MULTI_AZ_1" },
        { preferredSubnetId: "subnet-1" },
        zfsApi,
      ),
      oneSubnet,
      narrows(
        "Intelligent-Tiering is of two zones",
        { storageType: "INTELLIGENT_TIERING" },
        "deploymentType",
        { const: "MULTI_AZ_1" },
        ["MULTI_AZ_1", "SINGLE_AZ_1"],
        capacity,
      ),
      narrows(
        "SSD has 64 to 524,288 GiB",
        { storageType: "SSD" },
        "storageCapacity",
        { minimum: 64, maximum: 524_288 },
        [64, 63],
        capacity,
      ),
      at(
        "automaticBackupRetentionDays",
        "backups are kept for 0 to 90 days",
        { minimum: 0, maximum: 90, ...zfsApi },
        90,
        91,
      ),
      at(
        "rootVolumeConfiguration.recordSizeKib",
        "records have 4 to 4,096 KiB in powers of two",
        {
          enum: [4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096],
          source: api("fsx", "OpenZFSCreateRootVolumeConfiguration"),
        },
        128,
        100,
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
