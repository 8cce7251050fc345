import { CognitoIdentity } from "@aws-sdk/client-cognito-identity";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { type Pattern } from "../pattern";

/** Sign-ins by a password that is never sent, with the function that puts scopes into the token. */
export const signIn: Pattern = {
  name: "sign-in at the user pool",
  needs: ["userPool", "usersApi"],
  async open({ users }) {
    await users.add("signs-in@example.com", "readers");
    return { send: async () => void (await users.tokens("signs-in@example.com")) };
  },
};

/** A user's own rows, with the user's own credentials; every tenth time somebody else's, which must be refused. */
export const ownRows: Pattern = {
  name: "rows of the user's own identity",
  needs: ["userPool", "identityPool", "ordersTable"],
  async open(stack) {
    const { users, client, outputs } = stack;
    const email = "owns-rows@example.com";
    await users.add(email);
    const { IdToken = "" } = await users.tokens(email);
    const identities = new CognitoIdentity(client);
    const Logins = { [`cognito-idp.${client.region}.amazonaws.com/${outputs.userPoolId}`]: IdToken };
    const { IdentityId = "" } = await identities.getId({ IdentityPoolId: outputs.identityPoolId, Logins });
    const { Credentials } = await identities.getCredentialsForIdentity({ IdentityId, Logins });
    const { AccessKeyId = "", SecretKey = "", SessionToken } = Credentials ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken };
    const own = new DynamoDB({ ...client, credentials });
    const put = (owner: string, n: number) =>
      own.putItem({ TableName: outputs.ordersTable, Item: { owner: { S: owner }, orderId: { S: `${n}` } } });
    return {
      async send(n) {
        await put(IdentityId, n);
        if (n % 10 === 0) await refused(put("somebody-else", n));
      },
      outcomes: async () => {
        const others = await stack.countItems(outputs.ordersTable, "owner", "somebody-else");
        if (others > 0) throw new Error(`${others} rows of somebody else's were written`);
        return stack.countItems(outputs.ordersTable, "owner", IdentityId);
      },
      close: () => [identities, own].forEach((each) => each.destroy()),
    };
  },
};

async function refused(request: Promise<unknown>): Promise<void> {
  const error = await request.then(
    () => new Error("somebody else's row was written"),
    (error: Error) => error,
  );
  if (!error.name.startsWith("AccessDenied")) throw error;
}
