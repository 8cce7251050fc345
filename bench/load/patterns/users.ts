import { type Change } from "../../../handlers/change-log/change";
import { type Load, type Pattern } from "../pattern";
import { type LoadedStack } from "../stack";

/** Requests that create users, at one of the two APIs. */
async function creates(stack: LoadedStack, url: string, who: string): Promise<Load> {
  const email = `${who}@example.com`;
  await stack.users.add(email, "admins");
  const { AccessToken = "" } = await stack.users.tokens(email);
  return {
    async send(n) {
      const response = await fetch(`${url}/users`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${AccessToken}`,
          "idempotency-key": `${who}-${n}`,
        },
        body: JSON.stringify({ name: who, email: `${who}-${n}@example.com` }),
      });
      await response.arrayBuffer();
      if (response.status !== 201) throw Object.assign(new Error(), { name: `status ${response.status}` });
    },
    outcomes: () => stack.countItems(stack.outputs.usersTable, "email", `${who}-`),
  };
}

export const restApi: Pattern = {
  name: "users API, REST, with its authorizer",
  needs: ["usersApi", "usersTable", "userPool"],
  open: (stack) => creates(stack, stack.outputs.apiUrl ?? "", "rest"),
};

export const httpApi: Pattern = {
  name: "users API, HTTP",
  needs: ["httpApi", "usersApi", "usersTable", "userPool"],
  open: (stack) => creates(stack, stack.outputs.httpApiUrl ?? "", "http"),
};

/** A row of the table to an object of the log. */
export const changeLog: Pattern = {
  name: "change log of a table",
  needs: ["changeLog", "usersTable"],
  open(stack) {
    const { usersTable: TableName, changesBucket } = stack.outputs;
    // The users APIs write to the same table.
    const isOwn = (text: string): boolean => String((JSON.parse(text) as Change).keys.UserID).startsWith("row ");
    return Promise.resolve({
      send: async (n) =>
        void (await stack.clients.dynamodb.putItem({ TableName, Item: { UserID: { S: `row ${n}` } } })),
      done: "unseen",
      outcomes: () => stack.countObjects(changesBucket, "changes/", ".json", isOwn),
    });
  },
};
