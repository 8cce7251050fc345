import { type Schema, type TypeRows } from "../../schema";
import { at } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const signing: Schema = { properties: { signingDisabled: { const: false } } };
const authorizer = { name: "orders", authorizerFunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" };
const signed = { tokenKeyName: "token", tokenSigningPublicKeys: { first: "-----BEGIN PUBLIC KEY-----" } };
const document = { name: "orders", documentType: "Command", content: '{"schemaVersion":"2.2"}' };

/** Conditions on devices, documents and parameters that the AWS provider's own code has. */
export const providerDevices: readonly TypeRows[] = [
  {
    type: "aws:iot/authorizer:Authorizer",
    source: providerFile("iot/authorizer"),
    rows: Object.keys(signed).map((argument) =>
      together(
        `an authorizer of signed tokens has ${argument}`,
        { if: signing, then: { required: [argument] } },
        { ...authorizer, ...signed },
        {},
        { [argument]: undefined },
      ),
    ),
  },
  {
    type: "aws:iot/caCertificate:CaCertificate",
    source: providerFile("iot/ca_certificate"),
    rows: [
      together(
        "a certificate authority is registered with its proof, or by SNI_ONLY",
        {
          if: { properties: { certificateMode: { const: "DEFAULT" } } },
          then: { required: ["verificationCertificatePem"] },
        },
        { active: true, allowAutoRegistration: true, caCertificatePem: "-----BEGIN CERTIFICATE-----" },
        { certificateMode: "SNI_ONLY" },
        {},
      ),
    ],
  },
  {
    type: "aws:ssm/document:Document",
    source: providerFile("ssm/document"),
    rows: [
      together(
        "a document is shared by type and account_ids",
        { if: { required: ["permissions"] }, then: { required: ["permissions.type", "permissions.account_ids"] } },
        document,
        { permissions: { type: "Share", account_ids: "111122223333" } },
        { permissions: { type: "Share" } },
      ),
      at("permissions.type", "a document is shared by Share", { const: "Share" }, "Share", "Public"),
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: providerFile("ssm/parameter"),
    rows: [
      together(
        "a SecureString has no insecureValue",
        { when: { type: "SecureString" }, excluded: ["insecureValue"] },
        { name: "/orders/key" },
        { type: "String", insecureValue: "open" },
        { type: "SecureString", insecureValue: "open" },
      ),
    ],
  },
];
