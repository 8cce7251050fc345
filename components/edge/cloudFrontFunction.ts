import { existsSync, statSync } from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { ArgumentError, Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { cloudFrontCode, type EdgeSettings, settingsLine } from "./edgeBundle";
import { type Tags } from "../core/tags";

/** Arguments of a {@link CloudFrontFunction}. */
export interface CloudFrontFunctionArgs {
  /** TypeScript or JavaScript file that exports a function `handler`, absolute or relative to the Pulumi project. */
  entry: string;
  /**
   * Value of the code's constant EDGE_SETTINGS. Whoever may read the function can read it: no secrets. Default: none.
   */
  settings?: EdgeSettings;
  /** Key value store that the code may read by `import cf from "cloudfront"`. Default: none. */
  keyValueStoreArn?: pulumi.Input<string>;
  /** Purpose of the function. */
  description?: string;
  tags?: Tags;
}

/**
 * A CloudFront Function: JavaScript that runs at viewer events in every edge location within a millisecond, without
 * network, timers or a running clock. Code that the runtime does not support is an error before anything is created.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html
 */
@component
export class CloudFrontFunction extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.cloudfront.Function;
  /** Physical name. */
  readonly functionName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** The code that CloudFront runs, settings included. */
  readonly code: string;

  constructor(name: string, args: CloudFrontFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:edge:CloudFrontFunction", name, {}, opts);
    this.name = name;
    new Check("CloudFrontFunction", name).args(args, cloudFrontFunctionProblems).done();
    this.code = packCode(name, args);
    this.resource = new aws.cloudfront.Function(
      name,
      {
        runtime: "cloudfront-js-2.0",
        code: this.code,
        comment: args.description,
        publish: true, // a distribution calls the published code, not the one in development
        keyValueStoreAssociations: args.keyValueStoreArn === undefined ? undefined : [args.keyValueStoreArn],
        tags: args.tags,
      },
      { parent: this },
    );
    this.functionName = this.resource.name;
    this.arn = this.resource.arn;
    this.registerOutputs({ functionName: this.functionName, arn: this.arn });
  }
}

/** Problems with a CloudFront Function's arguments, except its code. */
export function cloudFrontFunctionProblems({ entry }: CloudFrontFunctionArgs): Problem[] {
  return new Problems().that(
    existsSync(entry) && statSync(entry).isFile(),
    "entry",
    entry,
    `there is no such file in ${process.cwd()}`,
  ).list;
}

function packCode(name: string, { entry, settings = {} }: CloudFrontFunctionArgs): string {
  const { functionBytes } = limits.cloudfront;
  let script: string;
  try {
    script = cloudFrontCode(path.resolve(entry));
  } catch (error) {
    throw new ArgumentError(
      `CloudFrontFunction "${name}": entry ${entry} cannot run at the edge. ${(error as Error).message} ` +
        "(https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html).",
    );
  }
  const code = settingsLine(settings) + script;
  const bytes = Buffer.byteLength(code);
  new Check("CloudFrontFunction", name)
    .that(
      bytes <= functionBytes.max,
      "code",
      `${bytes} bytes`,
      `AWS allows ${functionBytes.max} bytes, settings included (${functionBytes.page}): ` +
        "leave out what is not needed, keep data in a key value store, or use an EdgeFunction",
    )
    .done();
  return code;
}
