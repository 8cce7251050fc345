import { existsSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { edgeCode } from "./edgeBundle";
import { GLOBAL_REGION } from "./edgeEvents";
import { type EdgeFunctionArgs, edgeFunctionDefaults } from "./edgeFunctionArgs";

/** Settings of other functions that Lambda@Edge does not support, with what to do instead. */
const unsupported: Record<string, string> = {
  alias: "CloudFront calls a numbered version, which every deployment publishes",
  deadLetterQueue: "there are no asynchronous calls",
  environment: "use settings, which are built into the code",
  ephemeralStorageMb: "/tmp has 512 MB",
  failureDestinationArn: "there are no asynchronous calls",
  fileSystem: "read data over the network",
  imageUri: "use entry or code",
  kmsKeyArn: "there are no environment variables to encrypt",
  layers: "bundle what the code imports",
  links: "its role may only write logs: get data from an API",
  provisionedConcurrency: "leave it out",
  reservedConcurrency: "leave it out: calls count against each Region's concurrency",
  snapStart: "leave it out",
  tracing: "leave it out: X-Ray does not reach the edge",
  vpc: "its copies run in many Regions: reach private resources through an API",
};

/** Problems with the arguments of a function at the edge, except its code. */
export function edgeFunctionProblems(args: EdgeFunctionArgs): Problem[] {
  const given = args as Record<string, unknown>;
  const runtime = args.runtime ?? edgeFunctionDefaults.runtime;
  const problems = new Problems()
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
      `CloudFront uses functions in ${GLOBAL_REGION} only, and copies them everywhere: leave it out`,
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
      "your own package needs handler and cannot have settings: put them into the package",
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
  for (const [property, instead] of Object.entries(unsupported)) {
    const value = given[property];
    const isEmpty =
      value === undefined || value === false || (typeof value === "object" && !Object.keys(value ?? {}).length);
    problems.that(
      isEmpty,
      property,
      "given",
      `Lambda@Edge does not support it (${limits.cloudfront.edgeTimeout.page}): ${instead}`,
    );
  }
  return problems.once("logRegions", args.logRegions ?? []).list;
}

/** The bundle of an entry, and its problems at the edge. */
export function edgePackage(entry: string, runtime: string): { code: string; problems: Problem[] } {
  const problems = new Problems();
  let code = "";
  try {
    code = edgeCode(entry, runtime.replace(/^nodejs(\d+).*$/, "node$1"));
  } catch (error) {
    problems.that(false, "entry", entry, `it cannot be packed: ${(error as Error).message}`);
  }
  const { edgeZipBytes } = limits.cloudfront;
  // Quick for small code; the policy pack measures the package itself.
  const zipped = Buffer.byteLength(code) > edgeZipBytes.max ? gzipSync(code).length : 0;
  problems.that(
    zipped <= edgeZipBytes.max,
    "entry",
    `${zipped} bytes zipped`,
    `AWS allows ${edgeZipBytes.max} bytes zipped (${edgeZipBytes.page})`,
  );
  return { code, problems: problems.list };
}
