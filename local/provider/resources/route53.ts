import type { Record as RecordResource, RecordArgs } from "@pulumi/aws/route53/record";
import { declaredOnly } from "../frame/declaredOnly";
import { optional, withRule } from "../frame/properties";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html */
export const Record = declaredOnly<RecordArgs, RecordResource>({
  token: "aws:route53/record:Record",
  identity: ["zoneId", "name", "type", "setIdentifier"],
  reason: "the emulator resolves no names",
  properties: {
    ...withRule({ required: true, replace: true }, "name", "zoneId"),
    ...optional("aliases", "cidrRoutingPolicy", "failoverRoutingPolicies", "geolocationRoutingPolicies"),
    ...optional("geoproximityRoutingPolicy", "healthCheckId", "latencyRoutingPolicies"),
    ...optional("multivalueAnswerRoutingPolicy", "setIdentifier", "ttl", "weightedRoutingPolicies"),
    allowOverwrite: { computed: true },
    records: { unordered: true },
    type: { required: true },
  },
  outputs: { fqdn: "stable" },
  id: ({ zoneId, name, type }) => [zoneId, name, type].join("_"),
  computedOutputs: (_id, { name }) => Promise.resolve({ fqdn: name }),
});
