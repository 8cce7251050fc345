import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type DomainArgs } from "../api/rest/args";

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
