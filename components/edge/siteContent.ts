import { existsSync, readdirSync, statSync } from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Bucket } from "../storage/bucket";
import { ArgumentError } from "../core/check";

/** A file of a site: its key in the bucket, and its path. */
export interface ContentFile {
  key: string;
  file: string;
}

const contentTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/vnd.microsoft.icon",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  mjs: "text/javascript; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml",
};

/** The files of a folder, sorted by key, without those whose name begins with a dot. */
export function contentFiles(name: string, folder: string): ContentFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ArgumentError(
      `Distribution "${name}": content is ${JSON.stringify(folder)}; there is no such folder in ${process.cwd()}.`,
    );
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => {
      const file = path.resolve(entry.parentPath, entry.name);
      return { file, key: path.relative(path.resolve(folder), file).split(path.sep).join("/") };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Uploads files to the bucket, each with the content type of its extension. */
export function uploadContent(
  name: string,
  bucket: Bucket,
  files: ContentFile[],
  opts: pulumi.CustomResourceOptions,
): void {
  for (const { key, file } of files) {
    new aws.s3.BucketObjectv2(
      `${name}/${key}`,
      {
        bucket: bucket.bucket,
        key,
        source: new pulumi.asset.FileAsset(file),
        contentType: contentTypes[path.extname(key).slice(1).toLowerCase()] ?? "application/octet-stream",
      },
      { ...opts, dependsOn: [bucket] }, // the bucket's encryption must exist before its objects
    );
  }
}
