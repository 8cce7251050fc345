import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";
import { cached } from "../distribution";

const account = "111122223333";
const text = JSON.stringify;
const poolType = "aws:cognito/userPool:UserPool";
const clientType = "aws:cognito/userPoolClient:UserPoolClient";
const domains = on("aws:cognito/userPoolDomain:UserPoolDomain", { userPoolId: "eu-west-1_abc" });
const clients = on(clientType, { name: "web", userPoolId: "eu-west-1_abc" });
const provided = { providerName: "corp", providerType: "SAML", userPoolId: "eu-west-1_abc" };
const grant = { allowedOauthFlowsUserPoolClient: true, generateSecret: true };
const invitation = { emailSubject: "a", smsMessage: "{username} {####}" };

export const cognito: FactsByName = {
  "token-validity": clients(
    "an access token lives for five minutes to a day",
    { accessTokenValidity: 48, tokenValidityUnits: { accessToken: "hours" } },
    { accessTokenValidity: 24, tokenValidityUnits: { accessToken: "hours" } },
  ),
  "alias-phone": on(poolType, { name: "users" })(
    "an alias is a whole attribute's name",
    { aliasAttributes: ["phone"] },
    { aliasAttributes: ["phone_number"] },
  ),
  "invitation-without-name": on(poolType, { name: "users" })(
    "an invitation says who is invited",
    { adminCreateUserConfig: { inviteMessageTemplate: { ...invitation, emailMessage: "code {####}" } } },
    { adminCreateUserConfig: { inviteMessageTemplate: { ...invitation, emailMessage: "{username} {####}" } } },
  ),
  "domain-cognito": domains("a domain has no word of AWS", { domain: "my-cognito-app" }, { domain: "my-app" }),
  "domain-aws": domains("a domain has no aws", { domain: "my-aws-app" }, { domain: "my-app" }),
  "domain-amazon": domains("a domain has no amazon", { domain: "my-amazon-app" }, { domain: "my-app" }),
  "domain-without-certificate": domains(
    "a domain of one's own has a certificate",
    { domain: "login.example.com" },
    { domain: "login.example.com", certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/a` },
  ),
  "machine-openid": clients(
    "a machine has no user's scope",
    { ...grant, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["openid"] },
    { ...grant, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"] },
  ),
  "machine-and-code": clients(
    "a machine's grant stands alone",
    {
      ...{ ...grant, allowedOauthFlows: ["client_credentials", "code"], allowedOauthScopes: ["orders/read"] },
      ...{ callbackUrls: ["https://a.example.com"] },
    },
    { ...grant, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"] },
  ),
  "scope-unknown": clients(
    "a scope is one of those there are",
    {
      ...{ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["Cognito"] },
      ...{ callbackUrls: ["https://a.example.com"] },
    },
    {
      ...{ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] },
      ...{ callbackUrls: ["https://a.example.com"] },
    },
  ),
  "saml-without-metadata": on("aws:cognito/identityProvider:IdentityProvider", provided)(
    "a provider of SAML says where its metadata is",
    { providerDetails: { IDPSignout: "true" } },
    { providerDetails: { MetadataURL: "https://a.example.com/metadata" } },
  ),
};

const roles = on("aws:iam/role:Role");
const trust = (more: object) =>
  text({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" }, ...more }],
  });
const trusted = { assumeRolePolicy: trust({}) };
const statement = (more: object) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more });
const policy = (...statements: object[]) => ({ policy: text({ Version: "2012-10-17", Statement: statements }) });
const policies = on("aws:iam/policy:Policy", { name: "orders" });
const inline = on("aws:iam/rolePolicy:RolePolicy", { name: "orders", role: "r" });

export const iam: FactsByName = {
  "resource-malformed": policies(
    "a resource is an ARN",
    policy(statement({ Resource: "arn:aws:s3::orders" })),
    policy(statement({ Resource: "arn:aws:s3:::orders/*" })),
  ),
  "policy-null": policies("a policy is not null", { policy: "null" }, policy(statement({}))),
  "role-name-length": roles(
    "a role's name has 64 characters",
    { ...trusted, name: "a".repeat(65) },
    { ...trusted, name: "a".repeat(64) },
  ),
  "sid-twice": policies(
    "statements have names of their own",
    policy(statement({ Sid: "a" }), statement({ Sid: "a" })),
    policy(statement({ Sid: "a" }), statement({ Sid: "b" })),
  ),
  "role-policy-sid-twice": inline(
    "statements of a role's policy have names of their own",
    policy(statement({ Sid: "a" }), statement({ Sid: "a" })),
    policy(statement({ Sid: "a" }), statement({ Sid: "b" })),
  ),
  "sid-dash": policies(
    "a statement's name has no dash",
    policy(statement({ Sid: "a-b" })),
    policy(statement({ Sid: "ab" })),
  ),
  "sid-space": inline(
    "a statement's name has no space",
    policy(statement({ Sid: "a b" })),
    policy(statement({ Sid: "ab" })),
  ),
  "policy-with-principal": inline(
    "a role's policy has no principal",
    policy(statement({ Principal: { AWS: account } })),
    policy(statement({})),
  ),
};

const managed = {
  cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
};
const distributions = on("aws:cloudfront/distribution:Distribution");
const certified = (viewerCertificate: object) => ({ ...cached({}), viewerCertificate, aliases: ["a.example.com"] });
const certificate = { acmCertificateArn: `arn:aws:acm:us-east-1:${account}:certificate/a` };
const origin = (more: Record<string, unknown>) => cached({}, more);

export const cloudfront: FactsByName = {
  "aliases-without-certificate": distributions(
    "other names have a certificate",
    certified({ cloudfrontDefaultCertificate: true }),
    certified({ ...certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" }),
  ),
  "certificate-without-method": distributions(
    "a certificate says how it is chosen",
    certified({ ...certificate, minimumProtocolVersion: "TLSv1.2_2021" }),
    certified({ ...certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" }),
  ),
  "sni-with-ssl3": distributions(
    "names are not sent by SSLv3",
    certified({ ...certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "SSLv3" }),
    certified({ ...certificate, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1" }),
  ),
  "origin-url": distributions("an origin is a name", origin({ domainName: "http://a.example.com" }), origin({})),
  "origin-path-slash": distributions(
    "an origin's path does not end with a slash",
    origin({ originPath: "/" }),
    origin({ originPath: "/a" }),
  ),
  "function-latest": distributions(
    "a function at the edge has a version",
    cached({
      lambdaFunctionAssociations: [
        { eventType: "viewer-request", lambdaArn: `arn:aws:lambda:us-east-1:${account}:function:edge:$LATEST` },
      ],
    }),
    cached({
      lambdaFunctionAssociations: [
        { eventType: "viewer-request", lambdaArn: `arn:aws:lambda:us-east-1:${account}:function:edge:1` },
      ],
    }),
  ),
  "policy-by-name": distributions(
    "a cache policy is named by its id",
    cached({ cachePolicyId: "Managed-CachingOptimized" }),
    cached(managed),
  ),
  "behaviour-without-policy": distributions(
    "a behaviour says what is cached",
    cached({ cachePolicyId: undefined }),
    cached(managed),
  ),
};

const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const acl = `arn:aws:wafv2:eu-west-1:${account}:regional/webacl/a/00000000-0000-0000-0000-000000000000`;
const logged = on(loggingType, { resourceArn: acl });
const visible = { cloudwatchMetricsEnabled: true, metricName: "a", sampledRequestsEnabled: true };
const aclType = "aws:wafv2/webAcl:WebAcl";
const rule = (more: object) => ({
  ...{ name: "a", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: visible },
  rules: [{ name: "r", priority: 1, visibilityConfig: visible, ...more }],
});
const geo = { geoMatchStatement: { countryCodes: ["DE"] } };
const group = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };
const logGroup = (name: string) => `arn:aws:logs:eu-west-1:${account}:log-group:${name}`;
const log = logGroup("aws-waf-logs-a");

export const wafv2: FactsByName = {
  "log-group-name": logged(
    "requests are logged to a group named for it",
    { logDestinationConfigs: [logGroup("a")] },
    { logDestinationConfigs: [log] },
  ),
  "log-bucket-name": logged(
    "requests are logged to a bucket named for it",
    { logDestinationConfigs: ["arn:aws:s3:::a"] },
    { logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-a"] },
  ),
  "log-stream-name": logged(
    "requests are logged to a stream named for it",
    { logDestinationConfigs: [`arn:aws:firehose:eu-west-1:${account}:deliverystream/a`] },
    { logDestinationConfigs: [`arn:aws:firehose:eu-west-1:${account}:deliverystream/aws-waf-logs-a`] },
  ),
  "set-for-cloudfront": on("aws:wafv2/ipSet:IpSet", { name: "a", ipAddressVersion: "IPV4", addresses: [] })(
    "CloudFront's addresses are in us-east-1",
    { scope: "CLOUDFRONT", region: "eu-west-1" },
    { scope: "CLOUDFRONT", region: "us-east-1" },
  ),
  "acl-for-cloudfront": on(aclType, { ...rule({ statement: geo, action: { block: {} } }), scope: "CLOUDFRONT" })(
    "CloudFront's lists of rules are in us-east-1",
    { region: "eu-west-1" },
    { region: "us-east-1" },
  ),
  "group-with-action": on(aclType)(
    "a group of rules has no action of its own",
    rule({ statement: group, action: { block: {} } }),
    rule({ statement: group, overrideAction: { none: {} } }),
  ),
  "two-statements": on(aclType)(
    "a rule has one statement",
    rule({
      statement: { ...geo, ...{ ipSetReferenceStatement: { arn: acl.replace("webacl", "ipset") } } },
      action: { block: {} },
    }),
    rule({ statement: geo, action: { block: {} } }),
  ),
};
