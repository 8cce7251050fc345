import { z } from "zod";
import { unknownText } from "../../resource";
import { type Estimator, hoursOfMonth, reading, said } from "../estimator";
import { prices } from "../prices";

const nat: Estimator = (_, { usage: { transferGb } }) => [
  { price: prices.network.nat, quantity: hoursOfMonth },
  { price: prices.network.natData, quantity: transferGb },
];

const address: Estimator = () => [{ price: prices.network.publicAddresses, quantity: hoursOfMonth }];

const endpoint = reading(
  z.object({
    vpcEndpointType: z.string().default("Gateway"),
    subnetIds: z.union([z.array(z.unknown()), z.literal(unknownText)]).optional(),
  }),
  ({ vpcEndpointType, subnetIds = [] }, { usage }) => {
    if (vpcEndpointType === "Gateway") return [];
    if (vpcEndpointType !== "Interface") return [{ reason: `no price is recorded for ${vpcEndpointType} endpoints` }];
    const zones = typeof subnetIds === "string" ? usage.zones : subnetIds.length;
    return [
      {
        price: prices.network.endpoints,
        quantity: zones * hoursOfMonth,
        basis: `${said(zones)} zones × ${hoursOfMonth} h`,
      },
      { price: prices.network.endpointData, quantity: usage.transferGb },
    ];
  },
);

export const networkEstimators = {
  "aws:ec2/natGateway:NatGateway": nat,
  "aws:ec2/eip:Eip": address,
  "aws:ec2/vpcEndpoint:VpcEndpoint": endpoint,
};
