import assert from "node:assert/strict";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { Checkout } from "./checkout";
import { signed } from "../signed";

interface Outputs {
  apiUrl: string;
  usersTable: string;
  eventsStream: string;
}

const signer = { region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };

describe("the users API of the program, deployed by the engine under the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  let outputs: Outputs;
  let dynamodb: DynamoDB;

  before(async () => {
    checkout = await Checkout.copy();
    const off = ["thumbnailer", "cleanLogs", "usageReport", "changeLog"].flatMap((pattern) => [
      "--config",
      `${pattern}.enabled=false`,
    ]);
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", ...off);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /Declared, not run[^]*makes no calls to AWS services with mapping templates/);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    dynamodb = new DynamoDB({ ...signer, endpoint: `http://127.0.0.1:${checkout.port}` });
  });
  after(async () => {
    dynamodb.destroy();
    await checkout.close();
  });

  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
    signed(outputs.apiUrl + path, signer, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });

  it("a signed caller creates, reads, changes, lists and deletes a user; the row is in the table", async () => {
    const ada = { name: "Ada", email: "ada@example.com" };
    const made = await call("POST", "/users", ada, { "idempotency-key": "first" });
    assert.equal(made.status, 201, await made.clone().text());
    const user = (await made.json()) as { id: string; version: number };
    assert.deepEqual(await (await call("POST", "/users", ada, { "idempotency-key": "first" })).json(), user);
    const { Item } = await dynamodb.getItem({ TableName: outputs.usersTable, Key: { UserID: { S: user.id } } });
    assert.equal(Item?.email?.S, "ada@example.com");
    const read = await call("GET", `/users/${user.id}`);
    assert.deepEqual([read.status, read.headers.get("etag")], [200, '"1"']);
    const changed = await call("PUT", `/users/${user.id}`, { ...ada, name: "Countess" }, { "if-match": '"1"' });
    assert.equal(((await changed.json()) as { version: number }).version, 2);
    assert.equal((await call("PUT", `/users/${user.id}`, ada, { "if-match": '"1"' })).status, 412);
    const { users } = (await (await call("GET", "/users?limit=5")).json()) as { users: { id: string }[] };
    assert.deepEqual(
      users.map(({ id }) => id),
      [user.id],
    );
    assert.equal((await call("DELETE", `/users/${user.id}`)).status, 204);
    assert.equal((await call("GET", `/users/${user.id}`)).status, 404);
  });

  it("a caller without a signature gets a 403 that is a problem, and reaches nothing", async () => {
    const response = await fetch(`${outputs.apiUrl}/users`);
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
  });

  it("an event that is not as declared is refused before it could reach the stream", async () => {
    assert.ok(outputs.eventsStream);
    assert.equal((await call("POST", "/events", { type: "clicked" })).status, 400);
    assert.equal((await call("POST", "/events/batch", { records: [] })).status, 400);
  });
});
