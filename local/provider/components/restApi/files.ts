import { lookup } from "mime-types";
import { globSync, statSync } from "node:fs";
import path from "node:path";
import { assetSignature, type Properties, signatureKey, unknownValue } from "../../frame/values";
import { referencedId, type Registered } from "../monitor";
import { type RestApiArgs, type Route } from "./args";
import { methodKey, type OpenApiDocument, pathParameter, withEnd } from "./document";
import { sha1 } from "../names";
import { writePolicy } from "./parts";

const s3FullAccess = "arn:aws:iam::aws:policy/AmazonS3FullAccess";

/** What the answers of a bucket become. */
const responses = {
  default: {
    statusCode: "200",
    responseParameters: {
      "method.response.header.Content-Type": "integration.response.header.Content-Type",
      "method.response.header.content-type": "integration.response.header.content-type",
    },
  },
  "4\\d{2}": { statusCode: "400" },
  "5\\d{2}": { statusCode: "500" },
};
const text = { type: "string" };
const answers: Properties = {
  responses: {
    "200": {
      description: "200 response",
      schema: { type: "object" },
      headers: { "Content-Type": text, "content-type": text },
    },
    "400": { description: "400 response" },
    "500": { description: "500 response" },
  },
};

/** Puts files of the program into a bucket, and serves them from there: a single one, or a folder with all below it. */
export class StaticFiles {
  private bucket: unknown;

  constructor(
    private readonly document: OpenApiDocument,
    private readonly args: RestApiArgs,
  ) {}

  async add(route: Route): Promise<void> {
    const { folder } = this.document.parts;
    const file = path.resolve(folder, route.localPath!);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) throw new Error(`route ${route.path}: localPath ${route.localPath}: there is no such file or folder`);
    if (found.isFile()) await this.addFile(route, file);
    else await this.addFolder({ ...route, path: withEnd(route.path) }, file);
  }

  private async addFile(route: Route, file: string): Promise<void> {
    const key = this.key(route.path);
    const role = await this.makeRole(key);
    await this.makeObject(key, file, route.contentType);
    this.document.put(route.path, methodKey("GET"), await this.operation(route, key, role));
  }

  private async addFolder(route: Route, folder: string): Promise<void> {
    const key = this.key(route.path);
    const role = await this.makeRole(key);
    const index = route.index === false ? undefined : typeof route.index === "string" ? route.index : "index.html";
    for (const name of globSync("**", { cwd: folder }).sort()) {
      const file = path.join(folder, name);
      if (!statSync(file).isFile()) continue;
      const objectKey = `${key}/${name.split(path.sep).join("/")}`;
      await this.makeObject(objectKey, file);
      if (name === index) this.document.put(route.path, methodKey("GET"), await this.operation(route, objectKey, role));
    }
    const below = await this.operation(route, key, role, "proxy");
    this.document.put(`${route.path}{proxy+}`, methodKey("ANY"), below);
  }

  private key(served: string): string {
    return `${this.document.name}${sha1(`${methodKey("GET")}:${served}`)}`;
  }

  private async operation(route: Route, key: string, role: Registered, parameter?: string): Promise<Properties> {
    const uri = await this.document.parts.serviceArn("s3:path/", [
      await this.bucketName(),
      `/${key}${parameter ? `/{${parameter}}` : ""}`,
    ]);
    const integration = {
      credentials: role.outputs.arn ?? unknownValue,
      uri,
      passthroughBehavior: "when_no_match",
      httpMethod: "GET",
      type: "aws",
      responses,
      ...(parameter && {
        requestParameters: { [`integration.request.path.${parameter}`]: `method.request.path.${parameter}` },
      }),
    };
    return this.document.operation(route, integration, { ...answers, ...(parameter && pathParameter(parameter)) });
  }

  /** The role by which API Gateway reads the bucket. */
  private async makeRole(name: string): Promise<Registered> {
    const { parts } = this.document;
    const role = await parts.make("aws:iam/role:Role", name, {
      assumeRolePolicy: writePolicy({
        Sid: "",
        Effect: "Allow",
        Principal: { Service: "apigateway.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
      tags: this.args.tags,
    });
    const attached = { role: role.id, policyArn: s3FullAccess };
    await parts.make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, attached, {
      dependsOn: [role],
      sources: { role: [role] },
    });
    return role;
  }

  private async makeObject(key: string, file: string, contentType?: string): Promise<void> {
    await this.document.parts.make("aws:s3/bucketObject:BucketObject", key, {
      bucket: await this.bucketName(),
      key,
      tags: this.args.tags,
      source: { [signatureKey]: assetSignature, path: file },
      contentType: contentType ?? (lookup(file) || undefined),
    });
  }

  private async bucketName(): Promise<unknown> {
    this.bucket ??= referencedId(this.args.staticRoutesBucket) ?? (await this.makeBucket()).id;
    return this.bucket;
  }

  private makeBucket(): Promise<Registered> {
    const { name, parts } = this.document;
    return parts.make("aws:s3/bucket:Bucket", name.toLowerCase().replaceAll(/[^a-z0-9-]/g, ""), {});
  }
}
