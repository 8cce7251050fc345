import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { stringify } from "safe-stable-stringify";

/**
 * What an API is made of. A deployment is a snapshot of it that API Gateway takes once: this knows when a new one is due,
 * which is whenever, and only when, an argument of one of the parts has another value.
 */
export class Definition {
  readonly resources: pulumi.Resource[] = [];
  private readonly parts: pulumi.Input<unknown>[] = [];

  /** Makes a part of the definition. */
  add<A, R extends pulumi.Resource>(
    Type: new (name: string, args: A, opts?: pulumi.CustomResourceOptions) => R,
    name: string,
    args: A,
    opts: pulumi.CustomResourceOptions,
  ): R {
    const resource = new Type(name, args, opts);
    this.resources.push(resource);
    this.parts.push({ name, args });
    return resource;
  }

  /** SHA-256 of every argument of every part; the order in which the parts were made means nothing. */
  hash(): pulumi.Output<string> {
    return pulumi.output(this.parts).apply((parts) => {
      const texts = (parts as unknown[]).map((part) => stringify(part)).sort();
      return createHash("sha256").update(texts.join("\n")).digest("hex");
    });
  }
}
