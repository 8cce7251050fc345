import type { UserPoolDomain as DomainResource, UserPoolDomainArgs } from "@pulumi/aws/cognito/userPoolDomain";
import { unless } from "../../frame/errors";
import { stable } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "./errors";

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
export const UserPoolDomain = resourceType<UserPoolDomainArgs, DomainResource>({
  token: "aws:cognito/userPoolDomain:UserPoolDomain",
  identity: ["domain"],
  properties: {
    certificateArn: {},
    domain: { required: true, replace: true },
    managedLoginVersion: { computed: true },
    userPoolId: { required: true, replace: true },
  },
  outputs: {
    ...stable("awsAccountId", "cloudfrontDistribution", "cloudfrontDistributionArn", "cloudfrontDistributionZoneId"),
    ...stable("s3Bucket"),
    version: "changes",
  },

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createUserPoolDomain(domainInput(props));
    return props.domain;
  },

  async read(Domain, { cognitoIdp }) {
    const { DomainDescription: found } = await cognitoIdp.describeUserPoolDomain({ Domain });
    if (!found?.UserPoolId) return undefined;
    return {
      awsAccountId: found.AWSAccountId,
      certificateArn: found.CustomDomainConfig?.CertificateArn,
      cloudfrontDistribution: found.CloudFrontDistribution ?? "",
      cloudfrontDistributionArn: found.CloudFrontDistribution ?? "",
      cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2", // the zone of every distribution
      domain: found.Domain,
      managedLoginVersion: found.ManagedLoginVersion,
      s3Bucket: found.S3Bucket ?? "",
      userPoolId: found.UserPoolId,
      version: found.Version ?? "",
    };
  },

  async update(_domain, props, _old, { cognitoIdp }) {
    await cognitoIdp.updateUserPoolDomain(domainInput(props));
  },

  async delete(Domain, { cognitoIdp }, { userPoolId: UserPoolId }) {
    await unless(notFound, cognitoIdp.deleteUserPoolDomain({ Domain, UserPoolId }));
  },
});

function domainInput({ certificateArn, domain, managedLoginVersion, userPoolId }: Inputs<UserPoolDomainArgs>) {
  return {
    Domain: domain,
    UserPoolId: userPoolId,
    ManagedLoginVersion: managedLoginVersion,
    ...(certificateArn && { CustomDomainConfig: { CertificateArn: certificateArn } }),
  };
}
