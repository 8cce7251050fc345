import { existsSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { Check } from "../core/check";
import { edgeCode, type EdgeSettings } from "./edgeBundle";
import { GLOBAL_REGION } from "./edgeEvents";

/** What a function at the edge has when its arguments do not say. */
export const edgeFunctionDefaults = {
  runtime: "nodejs24.x",
  timeoutSeconds: 5,
  memoryMb: 128,
  logRetentionDays: 30,
  logRegions: [GLOBAL_REGION],
};

/** Arguments of an {@link EdgeFunction}: `entry`, or `code` and `handler`. */
export interface EdgeFunctionArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with all it imports. */
  entry?: string;
  /** Package made by yourself, for example in Python: at most 50 MB zipped. It gets no `settings`. */
  code?: pulumi.Input<pulumi.asset.Archive>;
  /** Exported function of `entry`, or entry point in `code` such as index.handler. Default: handler. */
  handler?: string;
  /** Node.js or Python. Default: nodejs24.x. */
  runtime?: string;
  /** What the code finds in its constant EDGE_SETTINGS, since there are no environment variables: part of the package, so no secrets. */
  settings?: pulumi.Input<EdgeSettings>;
  /** What the function is for; at most 256 characters. */
  description?: string;
  /** Seconds, 1 to 30. Default: 5. */
  timeoutSeconds?: number;
  /** Megabytes, 128 to 10,240. Default: 128. */
  memoryMb?: number;
  /** Days that logs are kept, one of CloudWatch's values. Default: 30. */
  logRetentionDays?: number;
  /**
   * Regions that get a log group with this retention. Logs are in the Region nearest to the visitor: Lambda makes the
   * groups of others by itself, without a retention. Default: us-east-1.
   */
  logRegions?: string[];
  /** Upper bound of what the role can ever be allowed. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Leave the function behind when it is removed: CloudFront's copies of it hold it for some hours. Default: false, and AWS is asked for an hour. */
  skipDestroy?: boolean;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** What other functions have and those at the edge have not, with what to do instead. Settings shared by functions may hold them. */
const lacking: Record<string, string> = {
  alias: "CloudFront calls a numbered version, which every deployment publishes",
  deadLetterQueue: "there are no asynchronous calls",
  environment: "use settings, which are built into the code",
  ephemeralStorageMb: "there are the 512 MB of /tmp",
  failureDestinationArn: "there are no asynchronous calls",
  fileSystem: "read data over the network",
  imageUri: "use entry or code",
  kmsKeyArn: "there are no environment variables to encrypt",
  layers: "bundle what the code imports",
  links: "its role only writes logs: ask an API for what it needs to know",
  provisionedConcurrency: "leave it out",
  reservedConcurrency: "leave it out: calls count against each Region's concurrency",
  snapStart: "leave it out",
  tracing: "leave it out: X-Ray does not reach the edge",
  vpc: "its copies run in many Regions: reach private resources through an API",
};

const NAME_LENGTH = 51;

/** Checks the arguments, and returns the code where the component makes it. */
export function checkEdgeFunctionArgs(name: string, args: EdgeFunctionArgs): string | undefined {
  const given = args as Record<string, unknown>;
  const runtime = args.runtime ?? edgeFunctionDefaults.runtime;
  const problems = new Check("EdgeFunction", name)
    .nameLength(NAME_LENGTH)
    .range("timeoutSeconds", args.timeoutSeconds, limits.cloudfront.edgeTimeout)
    .range("memoryMb", args.memoryMb, limits.cloudfront.edgeMemory)
    .range("logRetentionDays", args.logRetentionDays, limits.logs.retentionDays)
    .range("description.length", args.description?.length, limits.lambda.descriptionLength)
    .that(
      /^(nodejs|python)\d/.test(runtime) && runtime in limits.runtimes,
      "runtime",
      runtime,
      "Lambda@Edge runs Node.js and Python, for example nodejs24.x and python3.14",
    )
    .that(
      given.architecture === undefined || given.architecture === "x86_64",
      "architecture",
      given.architecture,
      "Lambda@Edge runs x86_64 only: leave it out",
    )
    .that(
      given.region === undefined || given.region === GLOBAL_REGION,
      "region",
      given.region,
      `CloudFront takes functions from ${GLOBAL_REGION} only, and copies them everywhere: leave it out`,
    )
    .that(
      (args.entry === undefined) !== (args.code === undefined),
      "entry",
      args.entry,
      "give entry, or code with its handler",
    )
    .that(
      args.code === undefined || (args.settings === undefined && args.handler !== undefined),
      "code",
      "given",
      "a package of your own needs handler, and takes no settings: put them in it",
    )
    .that(
      args.entry === undefined || (existsSync(args.entry) && statSync(args.entry).isFile()),
      "entry",
      args.entry,
      `there is no such file in ${process.cwd()}`,
    )
    .that(
      args.entry === undefined || runtime.startsWith("nodejs"),
      "runtime",
      runtime,
      "entry is for Node.js: give code and handler for Python",
    );
  for (const [property, instead] of Object.entries(lacking)) {
    const value = given[property];
    const isEmpty =
      value === undefined || value === false || (typeof value === "object" && !Object.keys(value ?? {}).length);
    problems.that(
      isEmpty,
      property,
      "given",
      `Lambda@Edge has none (${limits.cloudfront.edgeTimeout.page}): ${instead}`,
    );
  }
  const { logRegions = [] } = args;
  problems
    .that(new Set(logRegions).size === logRegions.length, "logRegions", logRegions, "give each Region once")
    .done();
  return args.entry === undefined ? undefined : checkedCode(name, args.entry, runtime);
}

function checkedCode(name: string, entry: string, runtime: string): string {
  const problems = new Check("EdgeFunction", name);
  let code = "";
  try {
    code = edgeCode(entry, runtime.replace(/^nodejs(\d+).*$/, "node$1"));
  } catch (error) {
    problems.that(false, "entry", entry, `it cannot be packed: ${(error as Error).message}`);
  }
  const { edgeZipBytes } = limits.cloudfront;
  // Cheap for what is small anyway; the policy pack measures the package itself.
  const zipped = Buffer.byteLength(code) > edgeZipBytes.max ? gzipSync(code).length : 0;
  problems
    .that(
      zipped <= edgeZipBytes.max,
      "entry",
      `${zipped} bytes zipped`,
      `AWS allows ${edgeZipBytes.max} bytes zipped (${edgeZipBytes.page})`,
    )
    .done();
  return code;
}
