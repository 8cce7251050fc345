import type {
  DomainNameAccessAssociation as AssociationResource,
  DomainNameAccessAssociationArgs,
} from "@pulumi/aws/apigateway/domainNameAccessAssociation";
import { declaredOnly } from "../../frame/declaredOnly";
import { formatArn } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainNameAccessAssociation.html */
export const DomainNameAccessAssociation = declaredOnly<DomainNameAccessAssociationArgs, AssociationResource>({
  token: "aws:apigateway/domainNameAccessAssociation:DomainNameAccessAssociation",
  identity: ["domainNameArn", "accessAssociationSource"],
  reason: "the emulator has no private domain names",
  properties: {
    accessAssociationSource: { required: true, replace: true },
    accessAssociationSourceType: { required: true, replace: true },
    domainNameArn: { required: true, replace: true },
    tags: {},
  },
  outputs: { arn: "stable" },
  computedOutputs: (id, _known, aws) => Promise.resolve({ arn: formatArn(aws, `/domainnameaccessassociations/${id}`) }),
});
