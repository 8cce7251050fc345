import type { RoleMapping, SetIdentityPoolRolesCommandInput } from "@aws-sdk/client-cognito-identity";
import type { IdentityPool as PoolResource, IdentityPoolArgs } from "@pulumi/aws/cognito/identityPool";
import type {
  IdentityPoolProviderPrincipalTag as TagResource,
  IdentityPoolProviderPrincipalTagArgs,
} from "@pulumi/aws/cognito/identityPoolProviderPrincipalTag";
import type {
  IdentityPoolRoleAttachment as AttachmentResource,
  IdentityPoolRoleAttachmentArgs,
} from "@pulumi/aws/cognito/identityPoolRoleAttachment";
import { unless } from "../errors";
import { type Inputs, resourceType, tags } from "../resourceType";
import { fromAws, toAws } from "../shapes";

const notFound = ["ResourceNotFoundException"];

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html */
export const IdentityPool = resourceType<IdentityPoolArgs, PoolResource>({
  token: "aws:cognito/identityPool:IdentityPool",
  identity: [], // two pools may have one name
  properties: {
    allowClassicFlow: { default: false },
    allowUnauthenticatedIdentities: { default: false },
    cognitoIdentityProviders: { unordered: true },
    developerProviderName: { replace: true },
    identityPoolName: { required: true },
    openidConnectProviderArns: { unordered: true },
    samlProviderArns: {},
    supportedLoginProviders: {},
    tags,
  },
  outputs: { arn: "stable" },

  lacks: ({ allowUnauthenticatedIdentities }) =>
    allowUnauthenticatedIdentities ? [] : ["allowUnauthenticatedIdentities: guests get an identity all the same"],

  async create(props, { cognitoIdentity }) {
    const { IdentityPoolId } = await cognitoIdentity.createIdentityPool(poolInput(props));
    return IdentityPoolId!;
  },

  async read(IdentityPoolId, aws) {
    const pool = await unless(notFound, aws.cognitoIdentity.describeIdentityPool({ IdentityPoolId }));
    if (!pool) return undefined;
    const listed = (list: string[] | undefined) => (list?.length ? list : undefined);
    return {
      arn: await aws.arn("cognito-identity", `identitypool/${IdentityPoolId}`),
      allowClassicFlow: pool.AllowClassicFlow ?? false,
      allowUnauthenticatedIdentities: pool.AllowUnauthenticatedIdentities,
      cognitoIdentityProviders: pool.CognitoIdentityProviders?.length
        ? fromAws(pool.CognitoIdentityProviders)
        : undefined,
      developerProviderName: pool.DeveloperProviderName || undefined,
      identityPoolName: pool.IdentityPoolName,
      openidConnectProviderArns: listed(pool.OpenIdConnectProviderARNs),
      samlProviderArns: listed(pool.SamlProviderARNs),
      supportedLoginProviders: Object.keys(pool.SupportedLoginProviders ?? {}).length
        ? pool.SupportedLoginProviders
        : undefined,
      tags: pool.IdentityPoolTags ?? {},
    };
  },

  async update(IdentityPoolId, props, _old, { cognitoIdentity }) {
    await cognitoIdentity.updateIdentityPool({ IdentityPoolId, ...poolInput(props) });
  },

  async delete(IdentityPoolId, { cognitoIdentity }) {
    await unless(notFound, cognitoIdentity.deleteIdentityPool({ IdentityPoolId }));
  },
});

/** All of it each time: an update takes what is left out for empty. */
function poolInput(props: Inputs<IdentityPoolArgs>) {
  return {
    IdentityPoolName: props.identityPoolName,
    AllowUnauthenticatedIdentities: props.allowUnauthenticatedIdentities ?? false,
    AllowClassicFlow: props.allowClassicFlow,
    CognitoIdentityProviders: toAws<object[]>(props.cognitoIdentityProviders ?? []),
    DeveloperProviderName: props.developerProviderName,
    OpenIdConnectProviderARNs: props.openidConnectProviderArns ?? [],
    SamlProviderARNs: props.samlProviderArns ?? [],
    SupportedLoginProviders: props.supportedLoginProviders ?? {},
    IdentityPoolTags: props.tags ?? {},
  };
}

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html */
export const IdentityPoolRoleAttachment = resourceType<IdentityPoolRoleAttachmentArgs, AttachmentResource>({
  token: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  identity: ["identityPoolId"],
  properties: {
    identityPoolId: { required: true, replace: true },
    roleMappings: { unordered: true, idle: "every signed-in user gets the authenticated role" },
    roles: { required: true },
  },
  outputs: {},

  async create(props, { cognitoIdentity }) {
    await cognitoIdentity.setIdentityPoolRoles(rolesInput(props));
    return props.identityPoolId;
  },

  async read(IdentityPoolId, { cognitoIdentity }) {
    const found = await unless(notFound, cognitoIdentity.getIdentityPoolRoles({ IdentityPoolId }));
    if (!found?.Roles || Object.keys(found.Roles).length === 0) return undefined;
    const mappings = Object.entries(found.RoleMappings ?? {});
    return {
      identityPoolId: IdentityPoolId,
      roles: found.Roles,
      roleMappings: mappings.length
        ? mappings.map(([identityProvider, { Type = "", AmbiguousRoleResolution, RulesConfiguration }]) => ({
            identityProvider,
            type: Type,
            ambiguousRoleResolution: AmbiguousRoleResolution,
            mappingRules: RulesConfiguration?.Rules && fromAws(RulesConfiguration.Rules, { roleArn: "RoleARN" }),
          }))
        : undefined,
    };
  },

  async update(_id, props, _old, { cognitoIdentity }) {
    await cognitoIdentity.setIdentityPoolRoles(rolesInput(props));
  },

  async delete(IdentityPoolId, { cognitoIdentity }) {
    await unless(notFound, cognitoIdentity.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings: {} }));
  },
});

function rolesInput(props: Inputs<IdentityPoolRoleAttachmentArgs>): SetIdentityPoolRolesCommandInput {
  const mappings = (props.roleMappings ?? []).map((mapping): [string, RoleMapping] => [
    mapping.identityProvider,
    {
      Type: mapping.type as RoleMapping["Type"],
      AmbiguousRoleResolution: mapping.ambiguousRoleResolution as RoleMapping["AmbiguousRoleResolution"],
      ...(mapping.mappingRules && {
        RulesConfiguration: { Rules: toAws(mapping.mappingRules, { roleArn: "RoleARN" }) },
      }),
    },
  ]);
  return { IdentityPoolId: props.identityPoolId, Roles: props.roles, RoleMappings: Object.fromEntries(mappings) };
}

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html */
export const IdentityPoolProviderPrincipalTag = resourceType<IdentityPoolProviderPrincipalTagArgs, TagResource>({
  token: "aws:cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag",
  identity: ["identityPoolId", "identityProviderName"],
  properties: {
    identityPoolId: { required: true, replace: true },
    identityProviderName: { required: true, replace: true },
    principalTags: { idle: "the credentials carry no tags" },
    useDefaults: { default: true },
  },
  outputs: {},

  async create(props, { cognitoIdentity }) {
    await cognitoIdentity.setPrincipalTagAttributeMap(tagInput(props));
    return `${props.identityPoolId}:${props.identityProviderName}`;
  },

  async read(_id, { cognitoIdentity }, { identityPoolId, identityProviderName }) {
    const found = await unless(
      notFound,
      cognitoIdentity.getPrincipalTagAttributeMap({
        IdentityPoolId: identityPoolId,
        IdentityProviderName: identityProviderName,
      }),
    );
    return (
      found && {
        identityPoolId,
        identityProviderName,
        principalTags: found.PrincipalTags,
        useDefaults: found.UseDefaults,
      }
    );
  },

  async update(_id, props, _old, { cognitoIdentity }) {
    await cognitoIdentity.setPrincipalTagAttributeMap(tagInput(props));
  },

  /** AWS has no call that removes the map: the default one is what was there before. */
  async delete(_id, { cognitoIdentity }, { identityPoolId, identityProviderName }) {
    await unless(
      notFound,
      cognitoIdentity.setPrincipalTagAttributeMap({
        IdentityPoolId: identityPoolId,
        IdentityProviderName: identityProviderName,
        UseDefaults: true,
        PrincipalTags: {},
      }),
    );
  },

  fromImportId(id) {
    // The pool's id has a colon in it: REGION:UUID:PROVIDER.
    const [region, uuid, ...provider] = id.split(":");
    return { id, known: { identityPoolId: `${region}:${uuid}`, identityProviderName: provider.join(":") } };
  },
});

function tagInput(props: Inputs<IdentityPoolProviderPrincipalTagArgs>) {
  return {
    IdentityPoolId: props.identityPoolId,
    IdentityProviderName: props.identityProviderName,
    PrincipalTags: props.principalTags ?? {},
    UseDefaults: props.useDefaults,
  };
}
