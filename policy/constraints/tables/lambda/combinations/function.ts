import { type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { only, sameRegion, together } from "../../together";
import { isolation, tenants } from "./shared";

const zip = { name: "f", role: "arn:aws:iam::111122223333:role/r", runtime: "nodejs22.x", handler: "i.h" };
const image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const instances = {
  capacityProviderConfig: {
    lambdaManagedInstancesCapacityProviderConfig: {
      capacityProviderArn: "arn:aws:lambda:eu-west-1:111122223333:capacity-provider:c",
    },
  },
};
const snapStart = { snapStart: { applyOn: "PublishedVersions" } };
const signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0123456789abcdef0";
const managed = page("lambda/latest/dg/lambda-managed-instances");

const ofFunction: TypeRows = {
  type: "aws:lambda/function:Function",
  source: api("lambda", "CreateFunction"),
  rows: [
    together(
      "a function on managed instances logs in JSON",
      {
        if: { required: ["capacityProviderConfig"], properties: { capacityProviderConfig: {} } },
        then: { properties: { "loggingConfig.logFormat": { const: "JSON" } } },
        source: managed,
      },
      { ...zip, ...instances, memorySize: 2048 },
      { loggingConfig: { logFormat: "JSON" } },
      { loggingConfig: { logFormat: "Text" } },
    ),
    together(
      "managed instances run Java 21, Python 3.13, Node.js 22, .NET 8, provided.al2023 and newer",
      {
        if: { required: ["capacityProviderConfig"] },
        then: {
          properties: {
            runtime: {
              not: {
                pattern:
                  "^(java(8|11|17)|python(2|3\\.\\d$|3\\.1[0-2]$)|nodejs(\\d\\.|1\\d\\.|20\\.)|dotnet(core|5|6|7)|ruby|go1|provided$|provided\\.al2$)",
              },
            },
          },
        },
        source: page("lambda/latest/dg/lambda-managed-instances-runtimes"),
      },
      { ...instances, name: "f", memorySize: 2048 },
      { runtime: "python3.13" },
      { runtime: "python3.12" },
    ),
    together(
      "code of a bucket is named by s3Bucket and s3Key",
      { dependentRequired: { s3Bucket: ["s3Key"], s3Key: ["s3Bucket"], s3ObjectVersion: ["s3Key"] } },
      zip,
      { s3Bucket: "b", s3Key: "k" },
      { s3Bucket: "b" },
    ),
    together(
      "the code is an archive, an object of a bucket or an image",
      { atMostOne: ["code", "s3Bucket", "imageUri"] },
      { name: "f", packageType: "Image" },
      { imageUri: image },
      { imageUri: image, s3Bucket: "b", s3Key: "k" },
    ),
    together(
      "an imageUri needs the packageType Image",
      {
        if: { required: ["imageUri"] },
        then: { required: ["packageType"], properties: { packageType: { const: "Image" } } },
      },
      { name: "f", imageUri: image },
      { packageType: "Image" },
      { packageType: "Zip" },
    ),
    {
      at: "imageUri",
      fact: "an image is in a private repository of ECR, and not at its FIPS endpoint",
      pattern: "^\\d{12}\\.dkr[.-]ecr\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|on\\.aws)/|^\\d{12}\\.dkr\\.ecr\\.",
      source: page("lambda/latest/dg/images-create"),
      good: image,
      bad: "public.ecr.aws/lambda/nodejs:22",
    },
    together(
      "code signing is for functions of archives",
      { when: { packageType: "Image" }, excluded: ["codeSigningConfigArn"] },
      { codeSigningConfigArn: signing },
      zip,
      { packageType: "Image", imageUri: image },
    ),
    sameRegion("codeSigningConfigArn", "the code signing configuration is in the function's own Region", signing),
    sameRegion("kmsKeyArn", "the key is in the function's own Region", "arn:aws:kms:eu-west-1:111122223333:key/k"),
    {
      at: "loggingConfig.logGroup",
      fact: "the name of an own log group does not begin with aws/",
      not: { pattern: "^aws/" },
      source: api("lambda", "LoggingConfig"),
      good: "/orders/functions",
      bad: "aws/orders",
    },
    only(
      "a function whose tenants are apart has no SnapStart",
      { "snapStart.applyOn": "PublishedVersions" },
      ["tenancyConfig"],
      {
        source: isolation,
      },
    )({ name: "f", runtime: "java21" }, snapStart, { ...snapStart, ...tenants }),
    {
      at: "vpcConfig.subnetIds[]",
      fact: "a subnet of a function is in a VPC of shared tenancy",
      refersTo: {
        type: "aws:ec2/subnet:Subnet",
        fits: {
          properties: {
            vpcId: {
              refersTo: {
                type: "aws:ec2/vpc:Vpc",
                fits: { properties: { instanceTenancy: { not: { const: "dedicated" } } } },
              },
            },
          },
        },
      },
      source: page("lambda/latest/dg/configuration-vpc"),
      good: "subnet-1",
      bad: "subnet-own",
      beside: {
        vpc: {
          type: "aws:ec2/vpc:Vpc",
          properties: { id: "vpc-own", cidrBlock: "10.0.0.0/16", instanceTenancy: "dedicated" },
        },
        subnet: {
          type: "aws:ec2/subnet:Subnet",
          properties: { id: "subnet-own", vpcId: "vpc-own", cidrBlock: "10.0.0.0/24" },
        },
      },
      links: { vpcConfig: "subnet" },
    },
    together(
      "the subnets and security groups of a function are of one VPC",
      {
        join: "functionVpc",
        source: api("lambda", "VpcConfig"),
        beside: {
          subnet: {
            type: "aws:ec2/subnet:Subnet",
            properties: { id: "subnet-a", vpcId: "vpc-a", cidrBlock: "10.0.0.0/24" },
          },
          own: { type: "aws:ec2/securityGroup:SecurityGroup", properties: { id: "sg-a", vpcId: "vpc-a" } },
          other: { type: "aws:ec2/securityGroup:SecurityGroup", properties: { id: "sg-b", vpcId: "vpc-b" } },
        },
      },
      zip,
      { vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-a"] } },
      { vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-b"] } },
    ),
  ],
};

/** Functions. */
export const functionRows: readonly TypeRows[] = [
  ofFunction,
  {
    type: "aws:lambda/function:Function",
    source: page("lambda/latest/dg/images-create"),
    rows: [
      together(
        "an image is in the function's own Region",
        { join: "imageRegion" },
        { name: "f", packageType: "Image" },
        { imageUri: image },
        { imageUri: image.replace("eu-west-1", "us-east-1") },
      ),
    ],
  },
];
