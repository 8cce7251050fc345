import { type TypeRows } from "../../schema";
import { at, bars, needs, says } from "../given";
import { api } from "../pages";

const logs = (name: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:${name}`;
const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const ip = { "endpointDetails.addressAllocationIds": ["eipalloc-1"] };
const subnets = { "endpointDetails.subnetIds": ["subnet-1"] };
const serverApi = { source: api("transfer", "CreateServer") };
const details = { source: api("transfer", "EndpointDetails") };
const identity = { source: api("transfer", "IdentityProviderDetails") };

/** Servers of Transfer Family. */
export const transferServers: readonly TypeRows[] = [
  {
    type: "aws:transfer/server:Server",
    source: api("transfer", "CreateServer"),
    rows: [
      bars(
        "a public server has no endpointDetails",
        { endpointType: "PUBLIC" },
        { "endpointDetails.subnetIds": ["subnet-1"] },
        serverApi,
      ),
      needs(
        "an endpoint of a VPC has endpointDetails",
        { endpointType: "VPC" },
        { "endpointDetails.vpcId": "vpc-1" },
        details,
      ),
      bars(
        "an endpoint of a VPC is not made from another one",
        { endpointType: "VPC" },
        { "endpointDetails.vpcEndpointId": "vpce-1" },
        details,
      ),
      needs(
        "a VPC_ENDPOINT names it",
        { endpointType: "VPC_ENDPOINT" },
        { "endpointDetails.vpcEndpointId": "vpce-12345678" },
        details,
      ),
      bars("a VPC_ENDPOINT has no addresses", { endpointType: "VPC_ENDPOINT" }, ip, details),
      says(
        "a server has an address for each of its subnets",
        { join: "addressesOfSubnets", ...details },
        { ...ip, ...subnets },
        { ...ip, "endpointDetails.subnetIds": ["subnet-1", "subnet-2"] },
      ),
      at(
        "endpointDetails.addressAllocationIds",
        "addresses are different",
        { uniqueItems: true, ...details },
        ["eipalloc-1"],
        ["eipalloc-1", "eipalloc-1"],
      ),
      says(
        "FTP has no addresses of its own",
        {
          if: { properties: { protocols: { contains: { const: "FTP" } } }, required: ["protocols"] },
          then: { excluded: ["endpointDetails.addressAllocationIds"] },
        },
        { protocols: ["FTP"] },
        { protocols: ["FTP"], ...ip },
      ),
      bars("both kinds of addresses have none of one's own", { ipAddressType: "DUALSTACK" }, ip, details),
      says(
        "FTPS has a certificate",
        {
          if: { properties: { protocols: { contains: { const: "FTPS" } } }, required: ["protocols"] },
          then: { required: ["certificate"] },
        },
        { protocols: ["FTPS"], certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/1" },
        { protocols: ["FTPS"] },
      ),
      says(
        "FTP and FTPS are in a VPC",
        {
          if: { properties: { protocols: { contains: { enum: ["FTP", "FTPS"] } } }, required: ["protocols"] },
          then: { required: ["endpointType"], properties: { endpointType: { enum: ["VPC", "VPC_ENDPOINT"] } } },
        },
        { protocols: ["FTP"], endpointType: "VPC" },
        { protocols: ["FTP"], endpointType: "PUBLIC" },
      ),
      says(
        "FTP and FTPS have a provider of identities",
        {
          if: { properties: { protocols: { contains: { enum: ["FTP", "FTPS"] } } }, required: ["protocols"] },
          then: {
            required: ["identityProviderType"],
            properties: { identityProviderType: { enum: ["AWS_DIRECTORY_SERVICE", "AWS_LAMBDA", "API_GATEWAY"] } },
          },
        },
        { protocols: ["FTP"], identityProviderType: "AWS_LAMBDA" },
        { protocols: ["FTP"], identityProviderType: "SERVICE_MANAGED" },
      ),
      says(
        "AS2 is in a VPC",
        {
          if: { properties: { protocols: { contains: { const: "AS2" } } }, required: ["protocols"] },
          then: { required: ["endpointType"], properties: { endpointType: { enum: ["VPC", "VPC_ENDPOINT"] } } },
        },
        { protocols: ["AS2"], endpointType: "VPC" },
        { protocols: ["AS2"], endpointType: "PUBLIC" },
      ),
      says(
        "AS2 is of S3",
        {
          if: { properties: { protocols: { contains: { const: "AS2" } } }, required: ["protocols"] },
          then: { properties: { domain: { not: { const: "EFS" } } } },
        },
        { protocols: ["AS2"], domain: "S3" },
        { protocols: ["AS2"], domain: "EFS" },
      ),
      needs("identities of a function name it", { identityProviderType: "AWS_LAMBDA" }, { function: lambda }, identity),
      needs(
        "identities of an API have its url",
        { identityProviderType: "API_GATEWAY" },
        { url: "https://a.example.com" },
        identity,
      ),
      needs(
        "identities of a directory name it",
        { identityProviderType: "AWS_DIRECTORY_SERVICE" },
        { directoryId: "d-1234567890" },
        identity,
      ),
      bars(
        "identities that the server has are of no function",
        { identityProviderType: "SERVICE_MANAGED" },
        { function: lambda },
        serverApi,
      ),
      bars(
        "identities that the server has are of no directory",
        { identityProviderType: "SERVICE_MANAGED" },
        { directoryId: "d-1234567890" },
        serverApi,
      ),
      bars(
        "identities that the server has are of no API",
        { identityProviderType: "SERVICE_MANAGED" },
        { url: "https://a.example.com" },
        serverApi,
      ),
      bars(
        "how users sign in is of a provider of one's own",
        { identityProviderType: "SERVICE_MANAGED" },
        { sftpAuthenticationMethods: "PASSWORD" },
        identity,
      ),
      at(
        "structuredLogDestinations",
        "logs go to one group",
        { maxItems: 1 },
        [`${logs("g")}:*`],
        [`${logs("g")}:*`, `${logs("h")}:*`],
      ),
      bars(
        "directories are listed faster on S3 only",
        { domain: "EFS" },
        { s3StorageOptions: { directoryListingOptimization: "ENABLED" } },
        { source: api("transfer", "S3StorageOptions") },
      ),
    ],
  },
  {
    type: "aws:transfer/profile:Profile",
    source: api("transfer", "CreateProfile"),
    rows: [
      at("as2Id", "an id of AS2 has no spaces", { pattern: "^\\S{1,128}$" }, "ORDERS", "MY ORDERS"),
      at("profileType", "a profile is LOCAL or PARTNER", { enum: ["LOCAL", "PARTNER"] }, "LOCAL", "REMOTE"),
    ],
  },
];
