import { type Schema, type TypeRows } from "../../schema";
import { at, bars, needs } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const pools = {
  ...{ workspaceType: "POOLS", userIdentityType: "CUSTOMER_MANAGED" },
  ...{ workspaceDirectoryName: "orders", workspaceDirectoryDescription: "Orders" },
};
const personal: Schema = { properties: { workspaceType: { const: "PERSONAL" } } };
const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-abcdef";
const policy = (value: object) => ({ name: "orders", configurationPolicy: value });
const controls = { securityControlsConfiguration: { disabledControlIdentifiers: ["IAM.1"] } };
const notification = {
  ...{ comparisonOperator: "GREATER_THAN", notificationType: "ACTUAL", threshold: 100 },
  thresholdType: "PERCENTAGE",
};

/** Conditions on people, accounts and what they are told that the AWS provider's own code has. */
export const providerPeople: readonly TypeRows[] = [
  {
    type: "aws:workspaces/directory:Directory",
    source: providerFile("workspaces/directory"),
    rows: [
      bars(
        "a directory of pools has no directoryId",
        { workspaceType: "POOLS" },
        { ...pools, directoryId: "d-0123456789" },
        {
          excluded: ["directoryId"],
        },
      ),
      bars(
        "a directory of pools has no permissions of one's own",
        { workspaceType: "POOLS" },
        { ...pools, selfServicePermissions: { changeComputeType: true } },
        { excluded: ["selfServicePermissions"] },
      ),
      ...["workspaceDirectoryName", "workspaceDirectoryDescription"].flatMap((argument) => [
        together(
          `a directory of pools has ${argument}`,
          { when: { workspaceType: "POOLS" }, required: [argument] },
          pools,
          {},
          { [argument]: undefined },
        ),
        together(
          `a directory of persons has no ${argument}`,
          { if: personal, then: { excluded: [argument] } },
          { directoryId: "d-0123456789" },
          {},
          { [argument]: "orders" },
        ),
      ]),
      ...["enableMaintenanceMode", "userEnabledAsLocalAdministrator"].map((setting) =>
        together(
          `a directory of pools has no ${setting}`,
          {
            when: { workspaceType: "POOLS" },
            properties: { [`workspaceCreationProperties.${setting}`]: { const: false } },
          },
          pools,
          { workspaceCreationProperties: { [setting]: false } },
          { workspaceCreationProperties: { [setting]: true } },
        ),
      ),
      together(
        "a directory of pools has a unit of an Active Directory alone",
        {
          when: { workspaceType: "POOLS" },
          dependentRequired: { "workspaceCreationProperties.defaultOu": ["activeDirectoryConfig"] },
        },
        { ...pools, workspaceCreationProperties: { defaultOu: "OU=AWS,DC=orders,DC=example" } },
        { activeDirectoryConfig: { domainName: "orders.example", serviceAccountSecretArn: secret } },
        {},
      ),
      together(
        "a directory of persons has a directoryId",
        { if: personal, then: { required: ["directoryId"] } },
        { workspaceType: "PERSONAL" },
        { directoryId: "d-0123456789" },
        {},
      ),
    ],
  },
  {
    type: "aws:securityhub/configurationPolicy:ConfigurationPolicy",
    source: providerFile("securityhub/configuration_policy"),
    rows: [
      together(
        "a policy without Security Hub has no controls",
        {
          when: { "configurationPolicy.serviceEnabled": false },
          excluded: ["configurationPolicy.securityControlsConfiguration"],
        },
        {},
        policy({ serviceEnabled: false }),
        policy({ serviceEnabled: false, ...controls }),
      ),
      together(
        "a policy with Security Hub has its controls",
        {
          when: { "configurationPolicy.serviceEnabled": true },
          required: ["configurationPolicy.securityControlsConfiguration"],
        },
        {},
        policy({ serviceEnabled: true, enabledStandardArns: [], ...controls }),
        policy({ serviceEnabled: true, enabledStandardArns: [] }),
      ),
    ],
  },
  {
    type: "aws:securityhub/standardsControlAssociation:StandardsControlAssociation",
    source: providerFile("securityhub/standards_control_association"),
    rows: [
      needs("a control is switched off for a reason", { associationStatus: "DISABLED" }, { updatedReason: "not used" }),
    ],
  },
  {
    type: "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
    source: providerFile("ce/anomaly_monitor"),
    rows: [
      needs("a monitor of a dimension names it", { monitorType: "DIMENSIONAL" }, { monitorDimension: "SERVICE" }),
      needs(
        "a monitor of one's own has a specification",
        { monitorType: "CUSTOM" },
        { monitorSpecification: '{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["111122223333"]}}' },
      ),
    ],
  },
  {
    type: "aws:budgets/budget:Budget",
    source: providerFile("budgets/budget"),
    rows: [
      at(
        "notifications[]",
        "a notification has a subscriber",
        { requiredOr: ["subscriberEmailAddresses[]", "subscriberSnsTopicArns[]"] },
        { ...notification, subscriberEmailAddresses: ["orders@example.com"] },
        notification,
      ),
    ],
  },
  {
    type: "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes",
    source: providerFile("sesv2/email_identity_mail_from_attributes"),
    rows: [
      needs(
        "messages are rejected for a domain",
        { behaviorOnMxFailure: "REJECT_MESSAGE" },
        { mailFromDomain: "mail.example.com" },
      ),
    ],
  },
];
