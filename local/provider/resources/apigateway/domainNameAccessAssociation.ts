import type * as pulumiAws from "@pulumi/aws/apigateway/domainNameAccessAssociation";
import { declaredOnly } from "../../frame/declaredOnly";
import { formatArn } from "./shared";
import { withRule } from "../../frame/properties";

type Args = pulumiAws.DomainNameAccessAssociationArgs;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainNameAccessAssociation.html */
export const DomainNameAccessAssociation = declaredOnly<Args, pulumiAws.DomainNameAccessAssociation>({
  token: "aws:apigateway/domainNameAccessAssociation:DomainNameAccessAssociation",
  identity: ["domainNameArn", "accessAssociationSource"],
  reason: "the emulator has no private domain names",
  properties: {
    ...withRule({ required: true, replace: true }, "accessAssociationSource", "accessAssociationSourceType"),
    ...withRule({ required: true, replace: true }, "domainNameArn"),
    tags: {},
  },
  outputs: { arn: "stable" },
  computedOutputs: (id, _known, aws) => Promise.resolve({ arn: formatArn(aws, `/domainnameaccessassociations/${id}`) }),
});
