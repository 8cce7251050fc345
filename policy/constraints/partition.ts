import { isAbsent, isObject, isUnknown, oneOrMore } from "../frame/plain";
import { type Check, show } from "./fault";
import { type Schema } from "./schema";

/** The partitions of AWS by how the names of their Regions begin. */
const partitions = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-iso-", "aws-iso"],
  ["eusc-", "aws-eusc"],
] as const;

/** The partition of a Region. */
export const findPartition = (region: string): string =>
  partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? "aws";

/** The ARN that a text is, or those that the statements of a policy document are about. */
function findArns(value: string): readonly string[] {
  if (value.startsWith("arn:")) return [value];
  try {
    const document: unknown = JSON.parse(value);
    const statements = isObject(document) ? oneOrMore(document["Statement"]) : [];
    return statements
      .filter(isObject)
      .flatMap((statement) => [...oneOrMore(statement["Resource"]), ...oneOrMore(statement["NotResource"])])
      .filter((each) => typeof each === "string");
  } catch {
    return [];
  }
}

/** The check that ARNs are of the partition that the resource is made in. */
export function ownPartition({ ownPartition: asked }: Schema): Check | undefined {
  if (!asked) return undefined;
  return ({ value, path }, found, { resource }) => {
    if (isAbsent(value)) return;
    const region = resource.regionReading;
    if (isUnknown(value) || region.state === "unknown") found.open.push(path);
    if (region.state !== "known" || typeof value !== "string" || isUnknown(value)) return;
    const own = findPartition(region.value);
    for (const arn of findArns(value)) {
      const [prefix, partition = ""] = arn.split(":");
      if (prefix !== "arn" || partition === own || /[*?$]/.test(partition)) continue;
      const is = arn === value ? `is ${show(value, path)}` : `names ${arn}`;
      found.faults.push({ path, is, takes: `ARNs that begin with arn:${own}:`, fix: `Write arn:${own}: in ${path}.` });
    }
  };
}
