import type * as pulumiAws from "@pulumi/aws/cognito/identityPoolProviderPrincipalTag";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "./errors";

type Args = pulumiAws.IdentityPoolProviderPrincipalTagArgs;

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html */
export const IdentityPoolProviderPrincipalTag = resourceType<Args, pulumiAws.IdentityPoolProviderPrincipalTag>({
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

function tagInput(props: Inputs<Args>) {
  return {
    IdentityPoolId: props.identityPoolId,
    IdentityProviderName: props.identityProviderName,
    PrincipalTags: props.principalTags ?? {},
    UseDefaults: props.useDefaults,
  };
}
