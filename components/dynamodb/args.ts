import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type BackupArgs } from "./backupPlanArgs";
import { type ResourceStatement } from "../core/permissions";
import { type Tags } from "../core/tags";

/** Type of a key attribute. */
export const AttributeType = {
  String: "S",
  Number: "N",
  Binary: "B",
} as const;
export type AttributeType = (typeof AttributeType)[keyof typeof AttributeType];

/** What a stream record contains of the changed item. */
export const StreamView = {
  KeysOnly: "KEYS_ONLY",
  NewImage: "NEW_IMAGE",
  OldImage: "OLD_IMAGE",
  NewAndOldImages: "NEW_AND_OLD_IMAGES",
} as const;
export type StreamView = (typeof StreamView)[keyof typeof StreamView];

/** Storage class of a table. */
export const TableClass = {
  Standard: "STANDARD",
  /** Storage at about 40 % of the price, reads and writes at about 125 %: for tables that are rarely used. */
  InfrequentAccess: "STANDARD_INFREQUENT_ACCESS",
} as const;
export type TableClass = (typeof TableClass)[keyof typeof TableClass];

/** Attributes that an index copies from the table. */
export const Projection = {
  All: "ALL",
  /** The keys of the table and of the index. */
  KeysOnly: "KEYS_ONLY",
  /** The keys, and those of `nonKeyAttributes`. */
  Include: "INCLUDE",
} as const;
export type Projection = (typeof Projection)[keyof typeof Projection];

/** Format of the objects that a table is imported from. */
export const ImportFormat = {
  DynamoDbJson: "DYNAMODB_JSON",
  Ion: "ION",
  Csv: "CSV",
} as const;
export type ImportFormat = (typeof ImportFormat)[keyof typeof ImportFormat];

/** Compression of the objects that a table is imported from. */
export const ImportCompression = {
  None: "NONE",
  Gzip: "GZIP",
  Zstd: "ZSTD",
} as const;
export type ImportCompression = (typeof ImportCompression)[keyof typeof ImportCompression];

/** Provisioned capacity. With a maximum, autoscaling keeps it between the two. */
export interface CapacityArgs {
  /** Read units (4 KB a second each), 1 to 40,000. */
  read: number;
  /** Write units (1 KB a second each), 1 to 40,000. */
  write: number;
  /** Most read units that autoscaling may give. Default: none, reads stay at `read`. */
  maxRead?: number;
  /** Most write units that autoscaling may give. Default: none, writes stay at `write`. */
  maxWrite?: number;
  /** Target utilisation of autoscaling in percent, 20 to 90. Default: 70. */
  targetUtilization?: number;
}

/** An index with keys of its own. */
export interface GlobalIndexArgs {
  /** 3 to 255 letters, digits, underscores, hyphens and dots. */
  name: string;
  /** 1 to 4 attributes; a query must give all of them. */
  hashKeys: string[];
  /** At most 4 attributes, in the order of sorting. Default: none. */
  rangeKeys?: string[];
  /** Default: All. */
  projection?: Projection;
  /** Attributes next to the keys, for Projection.Include. */
  nonKeyAttributes?: string[];
  /** Only in a provisioned table. Default: the table's capacity. */
  capacity?: CapacityArgs;
}

/** An index with the table's hash key and another range key. It can only be created with the table. */
export interface LocalIndexArgs {
  /** 3 to 255 letters, digits, underscores, hyphens and dots. */
  name: string;
  rangeKey: string;
  /** Default: All. */
  projection?: Projection;
  /** Attributes next to the keys, for Projection.Include. */
  nonKeyAttributes?: string[];
}

/** Objects that fill a new table, once. */
export interface TableImportArgs {
  bucket: pulumi.Input<string>;
  /** Keys that begin with this. Default: every object of the bucket. */
  keyPrefix?: string;
  format: ImportFormat;
  /** Default: None. */
  compression?: ImportCompression;
}

/** Arguments of a {@link Table}. */
export interface TableArgs {
  /** Physical name, 3 to 255 letters, digits, underscores, hyphens and dots. Default: the component's name and a random suffix. */
  tableName?: string;
  /** Every attribute that is a key of the table or of an index, and no other. */
  attributes: Record<string, AttributeType>;
  /** Partition key: the attribute that decides where an item is stored. */
  hashKey: string;
  /** Sort key: the attribute that orders the items of one hash key. Default: none, so that a hash key has one item. */
  rangeKey?: string;
  /** Indexes with keys of their own, at most 20. */
  globalIndexes?: GlobalIndexArgs[];
  /** Indexes with another range key, at most 5. */
  localIndexes?: LocalIndexArgs[];
  /** Provisioned capacity. Default: none, and the table is billed by request. */
  capacity?: CapacityArgs;
  /** Most read request units a second of a table billed by request, which bounds its cost. Default: none. */
  maxReadRequestUnits?: number;
  /** Most write request units a second of a table billed by request. Default: none. */
  maxWriteRequestUnits?: number;
  /** Stream of changes, kept for 24 hours. Default: none. */
  streamView?: StreamView;
  /** Attribute that holds the second (Unix time) after which an item is deleted. Default: none. */
  timeToLiveAttribute?: string;
  /** Days that point-in-time recovery reaches back, 1 to 35; 0 for none. Default: 35 (DynamoDB's default is none). */
  recoveryDays?: number;
  /** Backups by AWS Backup, besides point-in-time recovery. Default: none. */
  backup?: BackupArgs;
  /** Refuse to delete the table, which stops a destroy of the stack. Default: true (DynamoDB's default is false). */
  deletionProtection?: boolean;
  /** Customer-managed KMS key. Default: a key that DynamoDB owns, at no cost. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Default: Standard. */
  tableClass?: TableClass;
  /** Statements of the table's resource policy; each is about this table and its indexes. Default: no policy. */
  policyStatements?: Omit<ResourceStatement, "Resource">[];
  /** Fill the new table from S3; has no effect on an existing table. */
  importFrom?: TableImportArgs;
  /** Alarms for throttled reads and writes. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of every resource in the component that can have tags. */
  tags?: Tags;
}

/** Defaults of a table's arguments. */
export const tableDefaults = { recoveryDays: 35, deletionProtection: true, tableClass: TableClass.Standard };
/** Defaults of autoscaling. */
export const capacityDefaults = { targetUtilization: 70 };
