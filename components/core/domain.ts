import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A name of your own for the API. */
export interface DomainArgs {
  /** For example api.example.com. */
  name: string;
  /** ACM certificate: in us-east-1 for an edge API, else in the API's Region. */
  certificateArn: pulumi.Input<string>;
  /** Path under the name. Default: none, the whole name. */
  basePath?: string;
  /** Route 53 hosted zone that gets the name's record. Not for private APIs. Default: none; point the name at the output `domainTarget` yourself. */
  zoneId?: pulumi.Input<string>;
  /** Mutual TLS: s3:// address of the authorities whose client certificates are taken. Regional APIs only. */
  truststoreUri?: pulumi.Input<string>;
}

/** Points the name of a domain at what AWS serves it with, where a hosted zone is given. An alias costs nothing, and nothing for its queries. */
export function aliasRecord(
  name: string,
  domain: Pick<DomainArgs, "name" | "zoneId">,
  target: { name: pulumi.Input<string>; zoneId: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
  type: "A" | "AAAA" = "A",
): void {
  if (domain.zoneId === undefined) return;
  new aws.route53.Record(
    name,
    {
      zoneId: domain.zoneId,
      name: domain.name,
      type,
      aliases: [{ name: target.name, zoneId: target.zoneId, evaluateTargetHealth: false }],
    },
    opts,
  );
}
