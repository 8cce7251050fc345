import type { ResourceServer as ServerResource, ResourceServerArgs } from "@pulumi/aws/cognito/resourceServer";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws } from "../../frame/shapes";
import { notFound } from "./errors";

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export const ResourceServer = resourceType<ResourceServerArgs, ServerResource>({
  token: "aws:cognito/resourceServer:ResourceServer",
  name: {
    property: "name",
    maxLength: 256,
    pattern: /^[\w\s+=,.@-]+$/,
    allowed: "letters, digits, spaces and _ + = , . @ -",
  },
  identity: ["userPoolId", "identifier"],
  properties: {
    identifier: { required: true, replace: true },
    name: {},
    scopes: { unordered: true },
    userPoolId: { required: true, replace: true },
  },
  outputs: { scopeIdentifiers: "changes" },

  async create(props, { cognitoIdp }) {
    await cognitoIdp.createResourceServer(serverInput(props));
    return `${props.userPoolId}|${props.identifier}`;
  },

  async read(_id, { cognitoIdp }, { userPoolId: UserPoolId, identifier: Identifier }) {
    const answer = await unless(notFound, cognitoIdp.describeResourceServer({ UserPoolId, Identifier }));
    if (!answer?.ResourceServer) return undefined;
    const { Name, Scopes = [] } = answer.ResourceServer;
    return {
      userPoolId: UserPoolId,
      identifier: Identifier,
      name: Name,
      scopes: fromAws(Scopes),
      scopeIdentifiers: Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`),
    };
  },

  async update(_id, props, _old, { cognitoIdp }) {
    await cognitoIdp.updateResourceServer(serverInput(props));
  },

  async delete(_id, { cognitoIdp }, { userPoolId: UserPoolId, identifier: Identifier }) {
    await unless(notFound, cognitoIdp.deleteResourceServer({ UserPoolId, Identifier }));
  },

  fromImportId(id) {
    const [userPoolId = "", identifier = ""] = id.split("|");
    return { id, known: { userPoolId, identifier } };
  },
});

function serverInput({ userPoolId, identifier, name = "", scopes = [] }: Inputs<ResourceServerArgs>) {
  return {
    UserPoolId: userPoolId,
    Identifier: identifier,
    Name: name,
    Scopes: scopes.map(({ scopeName, scopeDescription }) => ({
      ScopeName: scopeName,
      ScopeDescription: scopeDescription,
    })),
  };
}
