import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { stringify } from "safe-stable-stringify";

/**
 * The parts of an API. A deployment is a snapshot of them; a new one is due exactly when an argument of a part changes.
 */
export class Definition {
  readonly resources: pulumi.Resource[] = [];
  private readonly parts: pulumi.Input<unknown>[] = [];

  /** Creates a part of the definition. */
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

  /** SHA-256 of every argument of every part; the order of the parts does not matter. */
  hash(): pulumi.Output<string> {
    return pulumi.output(this.parts).apply((parts) => {
      const texts = (parts as unknown[]).map((part) => stringify(part)).sort();
      return createHash("sha256").update(texts.join("\n")).digest("hex");
    });
  }
}
