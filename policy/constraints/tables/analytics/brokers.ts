import { type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says } from "../given";
import { page } from "../pages";

const reference = page("amazon-mq/latest/api-reference/brokers");
const rabbit = { engineType: ["RabbitMQ", "RABBITMQ"] };
const active = { engineType: ["ActiveMQ", "ACTIVEMQ"] };
const ldap = { hosts: ["a.example.com"] };
const rabbitGuide = { source: page("amazon-mq/latest/developer-guide/rabbitmq-basic-elements-broker") };

/** Amazon MQ. */
export const brokers: readonly TypeRows[] = [
  {
    type: "aws:mq/broker:Broker",
    source: reference,
    rows: [
      narrows("RabbitMQ is stored in EBS", rabbit, "storageType", { enum: ["ebs", "EBS"] }, ["ebs", "efs"]),
      narrows(
        "only ActiveMQ has a standby",
        rabbit,
        "deploymentMode",
        { enum: ["SINGLE_INSTANCE", "CLUSTER_MULTI_AZ"] },
        ["CLUSTER_MULTI_AZ", "ACTIVE_STANDBY_MULTI_AZ"],
      ),
      narrows(
        "only RabbitMQ has clusters",
        active,
        "deploymentMode",
        { enum: ["SINGLE_INSTANCE", "ACTIVE_STANDBY_MULTI_AZ"] },
        ["ACTIVE_STANDBY_MULTI_AZ", "CLUSTER_MULTI_AZ"],
      ),
      narrows(
        "a broker with a standby has two subnets",
        { deploymentMode: "ACTIVE_STANDBY_MULTI_AZ" },
        "subnetIds",
        { minItems: 2, maxItems: 2 },
        [["subnet-1", "subnet-2"], ["subnet-1"]],
      ),
      narrows("a single broker has one subnet", { deploymentMode: "SINGLE_INSTANCE" }, "subnetIds", { maxItems: 1 }, [
        ["subnet-1"],
        ["subnet-1", "subnet-2"],
      ]),
      bars("only ActiveMQ logs audits", rabbit, { "logs.audit": true }),
      bars("RabbitMQ has no LDAP of Amazon MQ", rabbit, { ldapServerMetadata: ldap }),
      bars("only ActiveMQ is replicated to another Region", rabbit, {
        dataReplicationPrimaryBrokerArn: "arn:aws:mq:eu-west-1:111122223333:broker:b:b-1",
      }),
      narrows(
        "RabbitMQ begins with one user",
        rabbit,
        "users",
        { maxItems: 1 },
        [[{ username: "orders" }], [{ username: "orders" }, { username: "admin" }]],
        rabbitGuide,
      ),
      narrows(
        "a broker of RabbitMQ 3.13 and later is kept up to date",
        { ...rabbit, engineVersion: ["3.13", "4.2"] },
        "autoMinorVersionUpgrade",
        { const: true },
        [true, false],
      ),
      narrows(
        "a broker of ActiveMQ 5.18 and later is kept up to date",
        { ...active, engineVersion: ["5.18", "5.19"] },
        "autoMinorVersionUpgrade",
        { const: true },
        [true, false],
      ),
      needs(
        "users of LDAP come from a server",
        { authenticationStrategy: ["ldap", "LDAP"] },
        { ldapServerMetadata: ldap },
      ),
      at(
        "users",
        "users have different names",
        { uniqueKeys: ["username"] },
        [{ username: "a1" }],
        [{ username: "a1" }, { username: "a1", consoleAccess: true }],
      ),
      at(
        "brokerName",
        "a broker has 1 to 50 letters, digits, hyphens and underscores",
        { pattern: "^[A-Za-z0-9_-]{1,50}$" },
        "orders",
        "my broker",
      ),
      at(
        "encryptionOptions",
        "the key of AWS itself is not named",
        { when: { useAwsOwnedKey: true }, excluded: ["kmsKeyId"] },
        { useAwsOwnedKey: true },
        { useAwsOwnedKey: true, kmsKeyId: "k" },
      ),
      at(
        "maintenanceWindowStartTime.timeOfDay",
        "a time is of 24 hours: 02:00",
        { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
        "02:00",
        "2am",
      ),
      says(
        "a configuration has its revision",
        { dependentRequired: { "configuration.revision": ["configuration.id"] } },
        { configuration: { id: "c", revision: 1 } },
        { configuration: { revision: 1 } },
      ),
    ],
  },
];
