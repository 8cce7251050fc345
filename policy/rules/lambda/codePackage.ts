import { measure, type Measure } from "../../readings/archive";
import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** The archive that a function or layer is uploaded with; absent where its code is in S3, or in an image. */
export async function measureUpload(owner: Resource): Promise<Reading<Measure>> {
  const code = await measure(owner.get("code"));
  return code.state === "absent" ? measure(owner.get("filename")) : code;
}

/** The archive of a function or layer, also where the same stack puts it into S3. Absent only where there is no code at all. */
export async function measurePackage(owner: Resource, stack: Graph): Promise<Reading<Measure>> {
  const upload = await measureUpload(owner);
  if (upload.state !== "absent" || owner.get("s3Key").any().state === "absent") return upload;
  const object = findObject(owner, stack);
  const source = object && (await measure(object.get("source")));
  return source?.state === "known" ? source : { state: "malformed" };
}

/** The S3 object of this stack that holds the code of a function or layer. */
function findObject(owner: Resource, stack: Graph): Resource | undefined {
  const [bucket, key] = [owner.get("s3Bucket"), owner.get("s3Key")];
  const kinds = [types.bucketObjectV2, types.bucketObject];
  const linked = kinds.flatMap((kind) => stack.sources(owner, key, kind));
  if (linked.length > 0) return linked.length === 1 ? linked[0] : undefined;
  const [inBucket, atKey] = [bucket.text(), key.text()];
  if (inBucket.state !== "known" || atKey.state !== "known") return undefined;
  return kinds
    .flatMap((kind) => stack.ofType(kind))
    .find((object) => {
      const [itsBucket, itsKey] = [object.get("bucket").text(), object.get("key").text()];
      return (
        itsBucket.state === "known" &&
        itsBucket.value === inBucket.value &&
        itsKey.state === "known" &&
        itsKey.value === atKey.value
      );
    });
}
