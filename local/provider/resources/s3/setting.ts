import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { type Inputs, type Live, type PropertyRule, resourceType } from "../../frame/resourceType";

/** A setting of a bucket that is a resource of its own: its id is the bucket's name, and writing it twice is no error. */
export interface Setting<A, R> {
  token: string;
  properties: Record<Exclude<keyof A & string, "bucket" | "region">, PropertyRule>;
  put: (Bucket: string, props: Inputs<A>, aws: Aws) => Promise<unknown>;
  get: (Bucket: string, aws: Aws) => Promise<Live<A, R> | undefined>;
  delete: (Bucket: string, aws: Aws, known: Live<A, R>) => Promise<unknown>;
  /** The error for a bucket without such a setting. */
  absent: string;
}

export function setting<A extends { bucket: unknown }, R>(entry: Setting<A, R>) {
  const { token, put, get, absent } = entry;
  const gone = ["NoSuchBucket", absent];
  return resourceType<A, R>({
    token,
    identity: ["bucket"],
    properties: { bucket: { required: true, replace: true }, ...entry.properties } as never,
    outputs: {} as never,
    async create(props, aws) {
      const bucket = props.bucket as string;
      await put(bucket, props, aws);
      return bucket;
    },
    async read(bucket, aws) {
      const live = await unless(gone, get(bucket, aws));
      return live && { ...live, bucket };
    },
    update: async (bucket, props, _old, aws) => void (await put(bucket, props, aws)),
    delete: async (bucket, aws, known) => void (await unless(gone, entry.delete(bucket, aws, known))),
  });
}

export const expectedBucketOwner = { replace: true };
