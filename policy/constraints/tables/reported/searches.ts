import { measured, type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";
import { needs, only, together } from "../together";

const domain = { domainName: "orders" };
const developer = "opensearch-service/latest/developerguide";
const large = { instanceType: "r6g.large.search" };

const zoned = (type: string): TypeRows => ({
  type,
  source: page(`${developer}/managedomains-multiaz`),
  rows: [
    together(
      "a domain in one zone is in one subnet",
      {
        if: {
          required: ["clusterConfig.zoneAwarenessEnabled"],
          properties: { "clusterConfig.zoneAwarenessEnabled": { const: true } },
        },
        else: { properties: { "vpcOptions.subnetIds": { maxItems: 1 } } },
      },
      { ...domain, vpcOptions: { subnetIds: ["subnet-1", "subnet-2"] } },
      { clusterConfig: { instanceCount: 2, zoneAwarenessEnabled: true } },
      { clusterConfig: { instanceCount: 2 } },
    ),
    at(
      "clusterConfig",
      "nodes in two zones are even in number",
      {
        when: { zoneAwarenessEnabled: true, "zoneAwarenessConfig.availabilityZoneCount": 2 },
        properties: { instanceCount: { multipleOf: 2 } },
        source: measured,
      },
      { instanceCount: 4, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 2 } },
      { instanceCount: 3, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 2 } },
    ),
    only(
      "an instance with disks of its own has no volume",
      { "clusterConfig.instanceType": { pattern: "^(i2|i3|i4g|i4i|im4gn|r6gd)\\." }, "ebsOptions.ebsEnabled": true },
      ["ebsOptions.ebsEnabled"],
      { source: page(`${developer}/supported-instance-types`) },
    )(
      { ...domain, clusterConfig: { instanceType: "i3.large.search" } },
      {},
      { ebsOptions: { ebsEnabled: true, volumeSize: 20 } },
    ),
  ],
});

/** Domains of OpenSearch and Elasticsearch: zones, subnets, disks. */
export const searchesReported: readonly TypeRows[] = [
  zoned("aws:opensearch/domain:Domain"),
  zoned("aws:elasticsearch/domain:Domain"),
  {
    type: "aws:opensearch/domain:Domain",
    source: page(`${developer}/managedomains-multiaz`),
    rows: [
      needs(
        "a domain with standby is in three zones",
        { "clusterConfig.multiAzWithStandbyEnabled": true },
        ["clusterConfig.zoneAwarenessEnabled"],
        {
          properties: {
            "clusterConfig.zoneAwarenessEnabled": { const: true },
            "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": { const: 3 },
            "clusterConfig.instanceCount": { multipleOf: 3 },
          },
        },
      )(
        domain,
        {
          clusterConfig: {
            ...{ ...large, instanceCount: 3, multiAzWithStandbyEnabled: true, zoneAwarenessEnabled: true },
            ...{ zoneAwarenessConfig: { availabilityZoneCount: 3 } },
          },
        },
        { clusterConfig: { ...large, instanceCount: 3, multiAzWithStandbyEnabled: true } },
      ),
    ],
  },
];
