import { type TypeRows } from "../../schema";
import { apart, at, says, takes } from "../given";
import { api } from "../pages";

const firewall = (what: string) => ({ source: api("networkfirewall", what) });
const policy = "firewallPolicy";
const defaultOrder = { [`${policy}.statefulEngineOptions.ruleOrder`]: "DEFAULT_ACTION_ORDER" };
const strict = { [`${policy}.statefulEngineOptions.ruleOrder`]: "STRICT_ORDER" };
const group = (name: string) => `arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/${name}`;
const references = `${policy}.statefulRuleGroupReferences`;
const standard = ["aws:pass", "aws:drop", "aws:forward_to_sfe"];
const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/1";

/** Network Firewall, its policies and logs. */
export const firewalls: readonly TypeRows[] = [
  {
    type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    source: api("networkfirewall", "CreateFirewallPolicy"),
    rows: [
      says(
        "a priority of stateful groups is of the strict order",
        {
          if: {
            anyOf: [
              { excluded: [`${policy}.statefulEngineOptions.ruleOrder`] },
              {
                required: [`${policy}.statefulEngineOptions.ruleOrder`],
                properties: { [`${policy}.statefulEngineOptions.ruleOrder`]: { const: "DEFAULT_ACTION_ORDER" } },
              },
            ],
          },
          then: { excluded: [`${references}[].priority`] },
          ...firewall("StatefulRuleGroupReference"),
        },
        { ...strict, [references]: [{ priority: 1, resourceArn: group("a") }] },
        { [references]: [{ priority: 1, resourceArn: group("a") }] },
      ),
      says(
        "a stateful group of the strict order has a priority",
        { when: strict, required: [`${references}[].priority`], ...firewall("StatefulRuleGroupReference") },
        { ...strict, [references]: [{ priority: 1, resourceArn: group("a") }] },
        { ...strict, [references]: [{ resourceArn: group("a") }] },
      ),
      at(
        references,
        "stateful groups have different priorities",
        { uniqueKeys: ["priority"], ...firewall("StatefulRuleGroupReference") },
        [{ priority: 1, resourceArn: group("a") }],
        [
          { priority: 1, resourceArn: group("a") },
          { priority: 1, resourceArn: group("b") },
        ],
      ),
      at(
        references,
        "a group is named once",
        { uniqueKeys: ["resourceArn"], ...firewall("FirewallPolicy") },
        [{ resourceArn: group("a") }],
        [{ resourceArn: group("a") }, { resourceArn: group("a"), priority: 2 }],
      ),
      at(
        `${policy}.statelessRuleGroupReferences`,
        "stateless groups have different priorities",
        { uniqueKeys: ["priority"], ...firewall("StatelessRuleGroupReference") },
        [{ priority: 1, resourceArn: "a" }],
        [
          { priority: 1, resourceArn: "a" },
          { priority: 1, resourceArn: "b" },
        ],
      ),
      at(
        `${policy}.statelessDefaultActions`,
        "what no stateless rule meets is passed, dropped or forwarded: one of the three",
        { contains: { enum: standard }, minContains: 1, maxContains: 1, ...firewall("FirewallPolicy") },
        ["aws:pass"],
        ["aws:pass", "aws:drop"],
      ),
      at(
        `${policy}.statelessFragmentDefaultActions`,
        "fragments are passed, dropped or forwarded: one of the three",
        { contains: { enum: standard }, minContains: 1, maxContains: 1, ...firewall("FirewallPolicy") },
        ["aws:drop"],
        ["log"],
      ),
      says(
        "default actions of stateful rules are of the strict order",
        {
          if: {
            anyOf: [
              { excluded: [`${policy}.statefulEngineOptions.ruleOrder`] },
              {
                required: [`${policy}.statefulEngineOptions.ruleOrder`],
                properties: { [`${policy}.statefulEngineOptions.ruleOrder`]: { const: "DEFAULT_ACTION_ORDER" } },
              },
            ],
          },
          then: { excluded: [`${policy}.statefulDefaultActions`] },
          ...firewall("FirewallPolicy"),
        },
        { ...strict, [`${policy}.statefulDefaultActions`]: ["aws:drop_strict"] },
        { ...defaultOrder, [`${policy}.statefulDefaultActions`]: ["aws:drop_strict"] },
      ),
      at(
        `${policy}.statefulEngineOptions.flowTimeouts.tcpIdleTimeoutSeconds`,
        "a flow ends after 60 to 6,000 idle seconds",
        { minimum: 60, maximum: 6_000, ...firewall("FlowTimeouts") },
        60,
        59,
      ),
      at(
        `${policy}.statelessCustomActions`,
        "custom actions have different names",
        { uniqueKeys: ["actionName"], ...firewall("CustomAction") },
        [{ actionName: "a" }],
        [{ actionName: "a" }, { actionName: "a", actionDefinition: {} }],
      ),
    ],
  },
  {
    type: "aws:networkfirewall/firewall:Firewall",
    source: api("networkfirewall", "CreateFirewall"),
    rows: [
      takes("a firewall of a VPC has subnets", { vpcId: "vpc-1" }, { "subnetMappings[].subnetId": "subnet-1" }),
      at(
        "subnetMappings",
        "a firewall has one endpoint in a subnet",
        { uniqueKeys: ["subnetId"] },
        [{ subnetId: "subnet-1" }],
        [{ subnetId: "subnet-1" }, { subnetId: "subnet-1", ipAddressType: "IPV4" }],
      ),
      takes(
        "a firewall of a transit gateway has zones",
        { transitGatewayId: "tgw-1" },
        { "availabilityZoneMappings[].availabilityZoneId": "euw1-az1" },
      ),
      apart("a firewall is of a VPC or of a transit gateway", { vpcId: "vpc-1" }, { transitGatewayId: "tgw-1" }),
    ],
  },
  {
    type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
    source: api("networkfirewall", "UpdateLoggingConfiguration"),
    rows: [
      at(
        "loggingConfiguration.logDestinationConfigs",
        "each kind of log goes to one place",
        { uniqueKeys: ["logType"], ...firewall("LoggingConfiguration") },
        [{ logType: "FLOW", logDestinationType: "S3" }],
        [
          { logType: "FLOW", logDestinationType: "S3" },
          { logType: "FLOW", logDestinationType: "CloudWatchLogs" },
        ],
      ),
      at(
        "loggingConfiguration.logDestinationConfigs[]",
        "logs in S3 have a bucketName",
        {
          when: { logDestinationType: "S3" },
          properties: { logDestination: { required: ["bucketName"] } },
          ...firewall("LogDestinationConfig"),
        },
        { logDestinationType: "S3", logDestination: { bucketName: "b" } },
        { logDestinationType: "S3", logDestination: { logGroup: "g" } },
      ),
      at(
        "loggingConfiguration.logDestinationConfigs[]",
        "logs in CloudWatch have a logGroup",
        {
          when: { logDestinationType: "CloudWatchLogs" },
          properties: { logDestination: { required: ["logGroup"] } },
          ...firewall("LogDestinationConfig"),
        },
        { logDestinationType: "CloudWatchLogs", logDestination: { logGroup: "g" } },
        { logDestinationType: "CloudWatchLogs", logDestination: { bucketName: "b" } },
      ),
      at(
        "loggingConfiguration.logDestinationConfigs[]",
        "logs in Firehose have a deliveryStream",
        {
          when: { logDestinationType: "KinesisDataFirehose" },
          properties: { logDestination: { required: ["deliveryStream"] } },
          ...firewall("LogDestinationConfig"),
        },
        { logDestinationType: "KinesisDataFirehose", logDestination: { deliveryStream: "s" } },
        { logDestinationType: "KinesisDataFirehose", logDestination: { bucketName: "b" } },
      ),
    ],
  },
  {
    type: "aws:networkfirewall/tlsInspectionConfiguration:TlsInspectionConfiguration",
    source: api("networkfirewall", "CreateTLSInspectionConfiguration"),
    rows: [
      at(
        "tlsInspectionConfiguration.serverCertificateConfiguration",
        "who checks revocation has an authority",
        {
          dependentRequired: { checkCertificateRevocationStatus: ["certificateAuthorityArn"] },
          ...firewall("ServerCertificateConfiguration"),
        },
        { checkCertificateRevocationStatus: { revokedStatusAction: "DROP" }, certificateAuthorityArn: certificate },
        { checkCertificateRevocationStatus: { revokedStatusAction: "DROP" } },
      ),
      at(
        "tlsInspectionConfiguration.serverCertificateConfiguration",
        "traffic inwards has certificates, traffic outwards an authority",
        {
          requiredOr: ["serverCertificates[]", "certificateAuthorityArn"],
          ...firewall("ServerCertificateConfiguration"),
        },
        { certificateAuthorityArn: certificate },
        { scopes: [] },
      ),
    ],
  },
];
