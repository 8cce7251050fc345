import { type Row } from "../../schema";
import { at, says } from "../given";

const identifier = "^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$";
/** The name of a cluster, instance or group. */
export const named = (what: string, path: string, source: string): Row =>
  at(
    path,
    `${what} has 1 to 63 letters, digits and hyphens, begins with a letter, and has no hyphen at its end and no two in a row`,
    { pattern: identifier, source },
    "orders-1",
    "orders--1",
  );
/** When a cluster is backed up and maintained. */
export const windows = (source: string): readonly Row[] => [
  says(
    "backups and maintenance are at different times",
    { join: "clusterWindows", source },
    { preferredBackupWindow: "03:00-04:00", preferredMaintenanceWindow: "sun:05:00-sun:06:00" },
    { preferredBackupWindow: "03:00-04:00", preferredMaintenanceWindow: "sun:03:30-sun:04:30" },
  ),
  at(
    "preferredBackupWindow",
    "backups have 30 minutes or more of a day, hh:mm-hh:mm",
    { format: "backupWindow", source },
    "05:00-05:30",
    "05:00-05:29",
  ),
  at(
    "preferredMaintenanceWindow",
    "maintenance has 30 minutes or more of a week, ddd:hh:mm-ddd:hh:mm",
    { format: "maintenanceWindow", source },
    "sun:05:00-sun:05:30",
    "sun:05:00-sun:05:29",
  ),
  at("backupRetentionPeriod", "backups are kept for 1 to 35 days", { minimum: 1, maximum: 35, source }, 35, 36),
];
/** The key of a cluster. */
export const encrypted = (path: string, source: string): Row =>
  says(
    "a key is of a cluster that is encrypted",
    { if: { required: [path] }, then: { properties: { storageEncrypted: { not: { const: false } } } }, source },
    { [path]: "arn:aws:kms:eu-west-1:111122223333:key/1", storageEncrypted: true },
    { [path]: "arn:aws:kms:eu-west-1:111122223333:key/1", storageEncrypted: false },
  );
