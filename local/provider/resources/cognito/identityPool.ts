import type { IdentityPool as PoolResource, IdentityPoolArgs } from "@pulumi/aws/cognito/identityPool";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { notFound } from "./errors";

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html */
export const IdentityPool = resourceType<IdentityPoolArgs, PoolResource>({
  token: "aws:cognito/identityPool:IdentityPool",
  identity: [], // two pools may have one name
  properties: {
    ...optional("samlProviderArns", "supportedLoginProviders"),
    allowClassicFlow: { default: false },
    allowUnauthenticatedIdentities: { default: false },
    cognitoIdentityProviders: { unordered: true },
    developerProviderName: { replace: true },
    identityPoolName: { required: true },
    openidConnectProviderArns: { unordered: true },
    tags,
  },
  outputs: { arn: "stable" },

  notEmulated: ({ allowUnauthenticatedIdentities }) =>
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

/** Send everything: an update clears what it does not contain. */
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
