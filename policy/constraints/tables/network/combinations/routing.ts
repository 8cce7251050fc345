import { type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { only, sameRegion, together } from "../../together";
import { vpc } from "./vpc";

const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/c";

/** VPC endpoints, client VPNs and transit gateways. */
export const routingRows: readonly TypeRows[] = [
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    source: api("ec2", "CreateVpcEndpoint"),
    rows: [
      together(
        "Gateway endpoints are for S3 and DynamoDB",
        {
          if: { properties: { vpcEndpointType: { const: "Gateway" } }, required: ["serviceName", "vpcEndpointType"] },
          then: { properties: { serviceName: { pattern: "\\.(s3|dynamodb|s3express)$" } } },
          source: page("vpc/latest/privatelink/gateway-endpoints"),
        },
        { ...vpc, vpcEndpointType: "Gateway" },
        { serviceName: "com.amazonaws.eu-west-1.s3" },
        { serviceName: "com.amazonaws.eu-west-1.sqs" },
      ),
      together(
        "the service is of the endpoint's own Region, or serviceRegion names another",
        {
          if: { excluded: ["serviceRegion"] },
          then: { join: "serviceRegion" },
          source: page("vpc/latest/privatelink/privatelink-access-aws-services"),
        },
        { ...vpc, vpcEndpointType: "Interface" },
        { serviceName: "com.amazonaws.eu-west-1.sqs" },
        { serviceName: "com.amazonaws.us-east-1.sqs" },
      ),
      together(
        "an interface endpoint has one subnet of a zone",
        {
          join: "endpointZones",
          beside: Object.fromEntries(
            (
              [
                ["a", "eu-west-1a"],
                ["b", "eu-west-1a"],
                ["c", "eu-west-1b"],
              ] as const
            ).map(([name, availabilityZone]) => [
              name,
              { type: "aws:ec2/subnet:Subnet", properties: { id: `subnet-${name}`, vpcId: "vpc-1", availabilityZone } },
            ]),
          ),
        },
        { ...vpc, vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sqs" },
        { subnetIds: ["subnet-a", "subnet-c"] },
        { subnetIds: ["subnet-a", "subnet-b"] },
      ),
    ],
  },
  {
    type: "aws:ec2clientvpn/endpoint:Endpoint",
    source: api("ec2", "CreateClientVpnEndpoint"),
    rows: [
      sameRegion("serverCertificateArn", "the certificate is in the endpoint's own Region", certificate),
      { at: "vpnPort", enum: [443, 1194], good: 443, bad: 8443 },
      { at: "sessionTimeoutHours", enum: [8, 10, 12, 24], good: 8, bad: 9 },
      {
        at: "clientCidrBlock",
        fact: "a block of clients is /12 to /22",
        pattern: "/(1[2-9]|2[0-2])$",
        good: "10.0.0.0/22",
        bad: "10.0.0.0/24",
      },
      {
        at: "connectionLogOptions",
        fact: "a log that is on names its cloudwatchLogGroup",
        when: { enabled: true },
        required: ["cloudwatchLogGroup"],
        good: { enabled: true, cloudwatchLogGroup: "g" },
        bad: { enabled: true },
      },
      ...(
        [
          ["certificate-authentication", "rootCertificateChainArn", certificate],
          ["directory-service-authentication", "activeDirectoryId", "d-1"],
          ["federated-authentication", "samlProviderArn", "arn:aws:iam::111122223333:saml-provider/s"],
        ] as const
      ).map(([type, property, value]) => ({
        at: "authenticationOptions[]",
        fact: `${type} has ${property}`,
        when: { type },
        required: [property],
        good: { type, [property]: value },
        bad: { type },
      })),
    ],
  },
  {
    type: "aws:ec2transitgateway/transitGateway:TransitGateway",
    source: api("ec2", "TransitGatewayRequestOptions"),
    rows: [
      {
        at: "amazonSideAsn",
        fact: "it is 64512 to 65534 or 4200000000 to 4294967294",
        anyOf: [
          { minimum: 64512, maximum: 65534 },
          { minimum: 4200000000, maximum: 4294967294 },
        ],
        good: 64512,
        bad: 65535,
      },
      {
        at: "transitGatewayCidrBlocks[]",
        fact: "a block of IPv4 is /24 or larger",
        not: { pattern: "^\\d+\\.\\d+\\.\\d+\\.\\d+/(2[5-9]|3\\d)$" },
        good: "10.0.0.0/24",
        bad: "10.0.0.0/25",
      },
    ],
  },
  {
    type: "aws:ec2transitgateway/route:Route",
    source: api("ec2", "CreateTransitGatewayRoute"),
    rows: [
      only("a blackhole has no attachment", { blackhole: true }, ["transitGatewayAttachmentId"])(
        { destinationCidrBlock: "10.0.0.0/24", transitGatewayRouteTableId: "tgw-rtb-1" },
        { blackhole: true },
        { blackhole: true, transitGatewayAttachmentId: "tgw-attach-1" },
      ),
    ],
  },
];
