import { type Fact, facts, type Made } from "../heldOut/inputs";
import { ec2Networks } from "./ec2Networks";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const instanceType = "aws:ec2/instance:Instance";
const ami = "ami-0123456789abcdef0";
const metadataOptions = { httpTokens: "required" };
const instance = ofType(instanceType, { ami, instanceType: "m7i.large", subnetId: "subnet-1", metadataOptions });
const server = ofType(instanceType, { ami, metadataOptions });
const template = ofType("aws:ec2/launchTemplate:LaunchTemplate", { imageId: ami, metadataOptions });
const volume = ofType("aws:ebs/volume:Volume", { availabilityZone: "eu-west-1a", encrypted: true });
const gp3 = ofType("aws:ebs/volume:Volume", {
  availabilityZone: "eu-west-1a",
  encrypted: true,
  type: "gp3",
  size: 500,
});
const placement = ofType("aws:ec2/placementGroup:PlacementGroup", { name: "g" });
const keyPair = ofType("aws:ec2/keyPair:KeyPair", { publicKey: "ssh-ed25519 AAAA" });

const vpn = ofType("aws:ec2clientvpn/endpoint:Endpoint", {});
const certificate = `arn:aws:acm:eu-west-1:${account}:certificate/1234abcd-12ab-34cd-56ef-1234567890ab`;
const byCertificate = { type: "certificate-authentication", rootCertificateChainArn: certificate };
const endpoint = {
  serverCertificateArn: certificate,
  clientCidrBlock: "10.20.0.0/22",
  authenticationOptions: [byCertificate],
  connectionLogOptions: { enabled: false },
};
const client = (says: string, bad: Arguments, good: Arguments): Fact =>
  vpn(says, { ...endpoint, ...bad }, { ...endpoint, ...good });

const key = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const grouped = (type: string): readonly Made[] => {
  const group = "aws:ec2/placementGroup:PlacementGroup";
  return [
    [group, "group", { name: "g", id: "g", strategy: "cluster" }],
    [
      instanceType,
      "server",
      { ami, instanceType: type, metadataOptions, placementGroup: "g" },
      { placementGroup: `${group} group` },
    ],
  ];
};

export const ec2: FactsByName = {
  ...ec2Networks,
  "ec2-client-vpn-auth-type-config": client(
    "people sign in with what is set up",
    { authenticationOptions: [{ type: "directory-service-authentication", rootCertificateChainArn: certificate }] },
    {},
  ),
  "ec2-client-vpn-authorization-rule-exclusive": ofType("aws:ec2clientvpn/authorizationRule:AuthorizationRule", {
    clientVpnEndpointId: "cvpn-endpoint-1",
    targetNetworkCidr: "10.0.0.0/16",
  })(
    "a rule is for a group or for all",
    { accessGroupId: "g", authorizeAllGroups: true },
    { authorizeAllGroups: true },
  ),
  "ec2-client-vpn-cert-region": client(
    "a certificate is in the endpoint's Region",
    { serverCertificateArn: certificate.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "ec2-client-vpn-cidr-size": client(
    "people have a block of /12 to /22",
    { clientCidrBlock: "10.20.0.0/23" },
    { clientCidrBlock: "10.20.0.0/22" },
  ),
  "ec2-client-vpn-connection-log": client(
    "connections are logged somewhere",
    { connectionLogOptions: { enabled: true } },
    { connectionLogOptions: { enabled: true, cloudwatchLogGroup: "g" } },
  ),
  "ec2-client-vpn-port": client("a VPN has port 443 or 1194", { vpnPort: 8443 }, { vpnPort: 1194 }),
  "ec2-client-vpn-session-timeout": client(
    "a session has one of four lengths",
    { sessionTimeoutHours: 9 },
    { sessionTimeoutHours: 10 },
  ),
  "ec2-cpu-options-combination": instance(
    "a core has one or two threads",
    { cpuOptions: { coreCount: 1, threadsPerCore: 3 } },
    { cpuOptions: { coreCount: 1, threadsPerCore: 2 } },
  ),
  "ec2-enclave-hibernation-exclusive": instance(
    "an instance with an enclave does not hibernate",
    { enclaveOptions: { enabled: true }, hibernation: true },
    { enclaveOptions: { enabled: true } },
  ),
  "ec2-host-resource-group-tenancy": instance(
    "an instance of a group of hosts is on a host",
    {
      tenancy: "dedicated",
      hostResourceGroupArn: `arn:aws:resource-groups:eu-west-1:${account}:group/hosts`,
    },
    { tenancy: "host", hostResourceGroupArn: `arn:aws:resource-groups:eu-west-1:${account}:group/hosts` },
  ),
  "ec2-instance-eni-exclusive": server(
    "security groups are an interface's",
    {
      instanceType: "m7i.large",
      networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }],
      vpcSecurityGroupIds: ["sg-1"],
    },
    { instanceType: "m7i.large", networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] },
  ),
  "ec2-instance-ipv6-exclusive": instance(
    "addresses of IPv6 are counted or named",
    { ipv6AddressCount: 1, ipv6Addresses: ["2001:db8::1"] },
    { ipv6Addresses: ["2001:db8::1"] },
  ),
  "ec2-instance-requirements-exclusive": template(
    "a template has a type or what it requires",
    {
      instanceType: "m7i.large",
      instanceRequirements: { memoryMib: { min: 4096 }, vcpuCount: { min: 2 } },
    },
    { instanceRequirements: { memoryMib: { min: 4096 }, vcpuCount: { min: 2 } } },
  ),
  "ec2-key-pair-name-whitespace": keyPair(
    "the name of a key has no space around it",
    { keyName: " admin" },
    { keyName: "admin" },
  ),
  "ec2-launch-template-name": template(
    "the name of a template has no space",
    { name: "my template" },
    { name: "my-template" },
  ),
  "ec2-pg-cluster-burstable": facts(
    "burstable instances stand in no cluster",
    grouped("t3.large"),
    grouped("m7i.large"),
  ),
  "ec2-placement-group-partition-count": placement(
    "partitions are counted where there are some",
    { strategy: "cluster", partitionCount: 2 },
    { strategy: "partition", partitionCount: 2 },
  ),
  "ec2-placement-group-spread-level": placement(
    "instances are spread where they are not clustered",
    { strategy: "cluster", spreadLevel: "rack" },
    { strategy: "spread", spreadLevel: "rack" },
  ),
  "ec2-userdata-size": instance(
    "user data has 16 KB at most",
    { userData: "a".repeat(16_385) },
    { userData: "a".repeat(16_384) },
  ),
  "ec2-volume-iops": gp3("a GiB has 500 IOPS at most", { size: 10, iops: 5001 }, { size: 10, iops: 5000 }),
  "ec2-volume-iops-required": volume(
    "provisioned IOPS are provisioned",
    { type: "io2", size: 100 },
    { type: "io2", size: 100, iops: 1000 },
  ),
  "ec2-volume-kms-encrypted": ofType("aws:ebs/volume:Volume", { availabilityZone: "eu-west-1a", size: 10 })(
    "a volume with a key is encrypted",
    { kmsKeyId: key, encrypted: false },
    { kmsKeyId: key, encrypted: true },
  ),
  "ec2-volume-multi-attach-type": volume(
    "a volume of several instances has provisioned IOPS",
    { type: "gp3", size: 100, multiAttachEnabled: true },
    { type: "io2", size: 100, iops: 1000, multiAttachEnabled: true },
  ),
  "ec2-volume-size-minimum": volume(
    "a cold volume has 125 GiB at least",
    { type: "sc1", size: 124 },
    { type: "sc1", size: 125 },
  ),
  "ec2-volume-throughput-type": volume(
    "throughput is provisioned for gp3",
    { type: "gp2", size: 100, throughput: 200 },
    { type: "gp3", size: 100, throughput: 200 },
  ),
};
