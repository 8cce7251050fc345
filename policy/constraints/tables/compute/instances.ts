import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { among, only, together } from "../together";
import { metadata, volume } from "./volumes";

const ami = { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" };

const market = api("ec2", "SpotMarketOptions");

/** Instances, volumes and templates of EC2. */
export const computeInstances: readonly TypeRows[] = [
  {
    type: "aws:ebs/volume:Volume",
    source: api("ec2", "CreateVolume"),
    rows: [
      together(
        "a volume has a size or a snapshot",
        { requiredOr: ["size", "snapshotId"], level: "advisory" },
        { availabilityZone: "eu-west-1a", encrypted: true },
        { size: 10 },
        { type: "gp3" },
      ),
      together(
        "io1 and io2 are attached to several instances",
        { when: { multiAttachEnabled: true }, required: ["type"], properties: { type: { enum: ["io1", "io2"] } } },
        { availabilityZone: "eu-west-1a", size: 10, iops: 3_000, multiAttachEnabled: true, encrypted: true },
        { type: "io2" },
        { type: "gp3" },
      ),
      ...volume("", "type", "size"),
    ],
  },
  {
    type: "aws:ec2/instance:Instance",
    source: api("ec2", "RunInstances"),
    rows: [
      together(
        "an instance has an image and a type, of its own or of a launch template",
        { if: { excluded: ["launchTemplate"] }, then: { required: ["ami", "instanceType"] }, level: "advisory" },
        { instanceType: "t3.micro" },
        { ami: "ami-0123456789abcdef0" },
        {},
      ),
      together(
        "the subnet of an instance is that of its network interface",
        {
          if: { requiredOr: ["networkInterfaces[]", "primaryNetworkInterface"] },
          then: {
            excluded: [
              "subnetId",
              "vpcSecurityGroupIds[]",
              "securityGroups[]",
              "associatePublicIpAddress",
              "privateIp",
            ],
          },
        },
        { ...ami, primaryNetworkInterface: { networkInterfaceId: "eni-1" } },
        {},
        { subnetId: "subnet-1" },
      ),
      together(
        "user data is text or Base64",
        { atMostOne: ["userData", "userDataBase64"] },
        ami,
        { userData: "#!/bin/sh" },
        { userData: "#!/bin/sh", userDataBase64: "IyE=" },
      ),
      {
        at: "userData",
        fact: "user data has at most 16 KB",
        maxBytes: 16_384,
        source: page("AWSEC2/latest/UserGuide/user-data"),
        good: "#!/bin/sh",
        bad: "x".repeat(16_385),
      },
      together(
        "addresses of IPv6 are counted or listed",
        { atMostOne: ["ipv6AddressCount", "ipv6Addresses[]"] },
        ami,
        { ipv6AddressCount: 1 },
        { ipv6AddressCount: 1, ipv6Addresses: ["2001:db8::1"] },
      ),
      {
        at: "launchTemplate",
        fact: "a template is named by id or name",
        requiredXor: ["id", "name"],
        source: api("ec2", "LaunchTemplateSpecification"),
        good: { id: "lt-1" },
        bad: { id: "lt-1", name: "t" },
      },
      together(
        "an instance with an enclave does not hibernate",
        {
          when: { "enclaveOptions.enabled": true },
          excluded: ["hibernation"],
          source: page("enclaves/latest/user/nitro-enclave"),
        },
        { ...ami, enclaveOptions: { enabled: true } },
        {},
        { hibernation: true },
      ),
      together(
        "an instance that hibernates has a root volume that is encrypted",
        {
          when: { hibernation: true, "rootBlockDevice.encrypted": [true, false] },
          properties: { "rootBlockDevice.encrypted": { const: true } },
          source: page("AWSEC2/latest/UserGuide/hibernating-prerequisites"),
        },
        { ...ami, hibernation: true },
        { rootBlockDevice: { encrypted: true } },
        { rootBlockDevice: { encrypted: false } },
      ),
      among("creditSpecification.cpuCredits", ["standard", "unlimited"], "limited", {
        source: api("ec2", "CreditSpecificationRequest"),
      }),
      among("tenancy", ["default", "dedicated", "host"], "shared", { source: api("ec2", "Placement") }),
      among("instanceInitiatedShutdownBehavior", ["stop", "terminate"], "delete"),
      among("instanceMarketOptions.spotOptions.spotInstanceType", ["one-time", "persistent"], "once", {
        source: market,
      }),
      together(
        "a spot instance that hibernates or stops is persistent",
        {
          when: { "instanceMarketOptions.spotOptions.instanceInterruptionBehavior": ["hibernate", "stop"] },
          properties: { "instanceMarketOptions.spotOptions.spotInstanceType": { const: "persistent" } },
          source: market,
        },
        ami,
        {
          instanceMarketOptions: {
            marketType: "spot",
            spotOptions: { instanceInterruptionBehavior: "stop", spotInstanceType: "persistent" },
          },
        },
        {
          instanceMarketOptions: {
            marketType: "spot",
            spotOptions: { instanceInterruptionBehavior: "stop", spotInstanceType: "one-time" },
          },
        },
      ),
      ...metadata("metadataOptions"),
      ...volume("rootBlockDevice", "volumeType", "volumeSize"),
      ...volume("ebsBlockDevices[]", "volumeType", "volumeSize"),
    ],
  },
  {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    source: api("ec2", "CreateLaunchTemplate"),
    rows: [
      together(
        "a template has an instance type or requirements",
        { atMostOne: ["instanceType", "instanceRequirements"], source: api("ec2", "RequestLaunchTemplateData") },
        { name: "t" },
        { instanceType: "t3.micro" },
        { instanceType: "t3.micro", instanceRequirements: { memoryMib: { min: 1 }, vcpuCount: { min: 1 } } },
      ),
      {
        at: "networkInterfaces[]",
        fact: "an interface that is there has no public address of its own",
        dependentExcluded: { networkInterfaceId: ["associatePublicIpAddress", "associateCarrierIpAddress"] },
        source: api("ec2", "LaunchTemplateInstanceNetworkInterfaceSpecificationRequest"),
        good: { networkInterfaceId: "eni-1" },
        bad: { networkInterfaceId: "eni-1", associatePublicIpAddress: "true" },
      },
      together(
        "security groups are of the template or of its network interfaces",
        {
          if: { required: ["networkInterfaces[]"] },
          then: { excluded: ["vpcSecurityGroupIds[]", "securityGroupNames[]"] },
          source: api("ec2", "RequestLaunchTemplateData"),
        },
        { name: "t", networkInterfaces: [{ subnetId: "subnet-1" }] },
        {},
        { vpcSecurityGroupIds: ["sg-1"] },
      ),
      {
        at: "userData",
        fact: "user data is in Base64",
        pattern: "^[A-Za-z0-9+/\\s]+={0,2}\\s*$",
        source: api("ec2", "RequestLaunchTemplateData"),
        good: "IyEvYmluL3No",
        bad: "#!/bin/sh",
      },
      {
        at: "iamInstanceProfile",
        fact: "a profile is named by ARN or name",
        atMostOne: ["arn", "name"],
        source: api("ec2", "LaunchTemplateIamInstanceProfileSpecificationRequest"),
        good: { name: "p" },
        bad: { name: "p", arn: "arn:p" },
      },
      {
        at: "name",
        fact: "a name has 3 to 128 letters, digits and ( ) . / _ -",
        pattern: "^[A-Za-z0-9().\\/_-]{3,128}$",
        good: "orders",
        bad: "my orders",
      },
      among("creditSpecification.cpuCredits", ["standard", "unlimited"], "limited", {
        source: api("ec2", "CreditSpecificationRequest"),
      }),
      ...metadata("metadataOptions"),
      ...volume("blockDeviceMappings[].ebs", "volumeType", "volumeSize"),
    ],
  },
  {
    type: "aws:ec2/networkInterface:NetworkInterface",
    source: api("ec2", "CreateNetworkInterface"),
    rows: [
      together(
        "addresses of IPv6 are counted or listed",
        { atMostOne: ["ipv6AddressCount", "ipv6Addresses[]"] },
        { subnetId: "subnet-1" },
        { ipv6AddressCount: 1 },
        { ipv6AddressCount: 1, ipv6Addresses: ["2001:db8::1"] },
      ),
      {
        at: "securityGroups",
        maxItems: 16,
        source: page("vpc/latest/userguide/amazon-vpc-limits"),
        good: ["sg-1"],
        bad: Array.from({ length: 17 }, (_, index) => `sg-${index}`),
      },
    ],
  },
  {
    type: "aws:ec2/vpnGateway:VpnGateway",
    source: api("ec2", "CreateVpnGateway"),
    rows: [
      {
        at: "amazonSideAsn",
        fact: "a private number is 64512 to 65534, or 4200000000 to 4294967294",
        anyOf: [
          { enum: [7_224, 9_059, 10_124, 17_493] },
          { minimum: 64_512, maximum: 65_534 },
          { minimum: 4_200_000_000, maximum: 4_294_967_294 },
        ],
        good: "64512",
        bad: "100",
      },
    ],
  },
  {
    type: "aws:ec2/customerGateway:CustomerGateway",
    source: api("ec2", "CreateCustomerGateway"),
    rows: [
      among("type", ["ipsec.1"], "ipsec"),
      only("a number of two kinds is one", { bgpAsn: { minLength: 1 } }, ["bgpAsnExtended"])(
        { type: "ipsec.1", ipAddress: "203.0.113.5" },
        { bgpAsn: "65000" },
        { bgpAsn: "65000", bgpAsnExtended: "4200000000" },
      ),
    ],
  },
];
