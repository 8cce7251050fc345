/** The name of a resource: `urn:pulumi:dev::headroom::headroom:storage:Bucket$aws:s3/bucket:Bucket::uploads` is `uploads`. */
export const urnName = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);

/** The type of a resource without those of its parents: `aws:s3/bucket:Bucket`. */
export function urnType(urn: string): string {
  const [, , types = ""] = urn.split("::");
  return types.slice(types.lastIndexOf("$") + 1);
}
