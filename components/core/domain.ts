import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A custom domain of the API. */
export interface DomainArgs {
  /** For example api.example.com. */
  name: string;
  /** ACM certificate: in us-east-1 for an edge API, else in the API's Region. */
  certificateArn: pulumi.Input<string>;
  /** Path under the name. Default: none, so that the API has the whole name. */
  basePath?: string;
  /** Route 53 hosted zone that gets the name's record. Not for private APIs. Default: none; point the name at the output `domainTarget` yourself. */
  zoneId?: pulumi.Input<string>;
  /** Mutual TLS: s3:// address of the authorities whose client certificates to accept. Regional APIs only. */
  truststoreUri?: pulumi.Input<string>;
}

/** Points the domain's name at AWS's target, if a hosted zone is given. An alias record and its queries are free. */
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
