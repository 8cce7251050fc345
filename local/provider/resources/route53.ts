import type { Record as RecordResource, RecordArgs } from "@pulumi/aws/route53/record";
import { declaredOnly } from "../frame/declaredOnly";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html */
export const Record = declaredOnly<RecordArgs, RecordResource>({
  token: "aws:route53/record:Record",
  identity: ["zoneId", "name", "type", "setIdentifier"],
  reason: "the emulator resolves no names",
  properties: {
    aliases: {},
    allowOverwrite: { computed: true },
    cidrRoutingPolicy: {},
    failoverRoutingPolicies: {},
    geolocationRoutingPolicies: {},
    geoproximityRoutingPolicy: {},
    healthCheckId: {},
    latencyRoutingPolicies: {},
    multivalueAnswerRoutingPolicy: {},
    name: { required: true, replace: true },
    records: { unordered: true },
    setIdentifier: {},
    ttl: {},
    type: { required: true },
    weightedRoutingPolicies: {},
    zoneId: { required: true, replace: true },
  },
  outputs: { fqdn: "stable" },
  id: ({ zoneId, name, type }) => [zoneId, name, type].join("_"),
  computedOutputs: (_id, { name }) => Promise.resolve({ fqdn: name }),
});
