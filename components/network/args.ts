import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** How resources in the network reach the internet. */
export const Nat = {
  /** Not at all: the subnets are isolated. Free. */
  None: "None",
  /**
   * One gateway for all zones, about 33 USD a month and 0.045 USD a GB. If its zone fails, all zones lose the internet.
   */
  Single: "Single",
  /** One gateway for each zone, about 33 USD a month each and 0.045 USD a GB. */
  OnePerZone: "OnePerAz",
} as const;
export type Nat = (typeof Nat)[keyof typeof Nat];

/** AWS services with a gateway endpoint. Free. */
export const GatewayService = {
  S3: "s3",
  DynamoDb: "dynamodb",
} as const;
export type GatewayService = (typeof GatewayService)[keyof typeof GatewayService];

/**
 * AWS services with an interface endpoint in each zone: 0.01 USD an hour and zone, so about 15 USD a month for a
 * service in two zones and 22 USD in three, and 0.01 USD a GB.
 */
export const InterfaceService = {
  CloudWatch: "monitoring",
  EventBridge: "events",
  Kinesis: "kinesis-streams",
  Kms: "kms",
  Lambda: "lambda",
  Logs: "logs",
  SecretsManager: "secretsmanager",
  Sns: "sns",
  Sqs: "sqs",
  StepFunctions: "states",
  Sts: "sts",
  SystemsManager: "ssm",
  XRay: "xray",
} as const;
export type InterfaceService = (typeof InterfaceService)[keyof typeof InterfaceService];

/** A service with an endpoint in the network. */
export type EndpointService = GatewayService | InterfaceService;

/** An endpoint of a network, and the security group of an interface endpoint. */
export interface ServiceEndpoint {
  endpoint: aws.ec2.VpcEndpoint;
  securityGroup?: aws.ec2.SecurityGroup;
}

/** Arguments of a {@link PrivateNetwork}. */
export interface PrivateNetworkArgs {
  /** Availability zones, 2 or 3. Default: 2. */
  zones?: number;
  /** Private IPv4 range, from /16 to /24, in one of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16. Default: 10.0.0.0/16. */
  cidrBlock?: string;
  /** Way to the internet. Default: none. */
  nat?: Nat;
  /** Default: S3 and DynamoDB, which cost nothing. */
  gatewayEndpoints?: GatewayService[];
  /** Default: none. */
  interfaceEndpoints?: InterfaceService[];
  /** Days that flow logs are kept (0.50 USD a GB). Default: 30. */
  flowLogRetentionDays?: pulumi.Input<number>;
  tags?: Tags;
}

/** Arguments of {@link PrivateNetwork.place}. */
export interface PlaceArgs {
  /** Services that the place may call through the network's endpoints. Default: none. */
  services?: EndpointService[];
  /** Allow calls to https addresses on the internet; needs a network with NAT. Default: false. */
  internet?: boolean;
}

/** Defaults of a private network's arguments. */
export const networkDefaults = {
  zones: 2,
  cidrBlock: "10.0.0.0/16",
  nat: Nat.None,
  gatewayEndpoints: [GatewayService.S3, GatewayService.DynamoDb],
  interfaceEndpoints: [] as InterfaceService[],
  flowLogRetentionDays: 30,
};
