/** The manifests that DynamoDB writes for an export, and whether the export is complete. */
import { createHash } from "node:crypto";
import { z } from "zod";

const summarySchema = z.object({
  exportArn: z.string(),
  itemCount: z.int().min(0),
  manifestFilesS3Key: z.string(),
});
const fileSchema = z.object({
  itemCount: z.int().min(0),
  etag: z.string().min(1),
  dataFileS3Key: z.string().min(1),
});

export type DataFile = z.output<typeof fileSchema>;

/** What the check needs of the bucket; undefined for an object that is not there. */
export interface Store {
  text(key: string): Promise<string | undefined>;
  etag(key: string): Promise<string | undefined>;
}

/** A manifest that is missing, wrong or incomplete. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

/**
 * Checks an export: both manifests against their checksums, the counts of the files against that of the summary, and
 * each data file against its ETag.
 * @param summaryKey where DescribeExport says the summary is
 * @param prefix of the export; the manifests name keys with it or without it
 * @throws ManifestError that says what is wrong
 */
export async function checkExport(
  store: Store,
  exportArn: string,
  summaryKey: string,
  prefix: string,
): Promise<{ items: number; files: number }> {
  const summary = parse(summarySchema, await checked(store, summaryKey), summaryKey);
  if (summary.exportArn !== exportArn) throw new ManifestError(`${summaryKey} is about ${summary.exportArn}`);
  const filesKey = summaryKey.replace(/summary\.json$/, "files.json");
  const lines = (await checked(store, filesKey)).split("\n").filter((line) => line.trim() !== "");
  const files = lines.map((line) => parse(fileSchema, line, filesKey));
  const items = files.reduce((sum, { itemCount }) => sum + itemCount, 0);
  if (items !== summary.itemCount) {
    throw new ManifestError(`the files have ${items} items and ${summaryKey} says ${summary.itemCount}`);
  }
  for (const file of files) await checkFile(store, file, prefix);
  return { items, files: files.length };
}

async function checkFile(store: Store, { dataFileS3Key: key, etag }: DataFile, prefix: string): Promise<void> {
  const found = (await store.etag(key)) ?? (await store.etag(`${prefix}/${key}`));
  if (found === undefined) throw new ManifestError(`data file ${key} is missing`);
  if (unquoted(found) !== unquoted(etag)) throw new ManifestError(`data file ${key} has ETag ${found}, not ${etag}`);
}

/** The text of a manifest that agrees with its checksum, which AWS's pages call .checksum and some exports .md5. */
async function checked(store: Store, key: string): Promise<string> {
  const text = await store.text(key);
  if (text === undefined) throw new ManifestError(`${key} is missing`);
  const base = key.replace(/json$/, "");
  const sum = (await store.text(`${base}checksum`)) ?? (await store.text(`${base}md5`));
  if (sum === undefined) throw new ManifestError(`${key} has no checksum next to it`);
  const md5 = createHash("md5").update(text).digest();
  if (![md5.toString("base64"), md5.toString("hex")].includes(sum.trim())) {
    throw new ManifestError(`${key} does not agree with its checksum`);
  }
  return text;
}

function parse<T extends z.ZodType>(schema: T, text: string, key: string): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ManifestError(`${key} is not JSON: ${(error as Error).message}`);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new ManifestError(`${key} is not a manifest: ${z.prettifyError(result.error)}`);
  return result.data;
}

const unquoted = (etag: string): string => etag.replaceAll('"', "");
