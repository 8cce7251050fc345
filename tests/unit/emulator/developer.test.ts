import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { judgeDeveloperAs } from "../../../local/emulator/server";
import { REGION, root } from "../../handlers/emulator";
import { account, Cloud, document, shared } from "./cloud";

describe("the developer's own calls on the emulator, with HEADROOM_USER", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let s3: S3Client;
  let sts: STSClient;
  let dynamodb: DynamoDBClient;
  shared(Cloud, async (started) => {
    cloud = started;
    const client = { endpoint: cloud.emulator.endpoint, region: REGION, credentials: root };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    sts = new STSClient(client);
    dynamodb = new DynamoDBClient(client);
    for (const Bucket of ["photos", "closed"]) {
      await cloud.aws.s3.createBucket({ Bucket });
      await cloud.aws.s3.putObject({ Bucket, Key: "a", Body: "a" });
    }
    const Policy = document({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::closed/*",
    });
    await cloud.aws.s3.putBucketPolicy({ Bucket: "closed", Policy });
    await cloud.aws.iam.createUser({ UserName: "anna" });
    const PolicyDocument = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
    await cloud.aws.iam.putUserPolicy({ UserName: "anna", PolicyName: "reads", PolicyDocument });
    await cloud.role("tables", "dynamodb:ListTables");
  });
  const be = (name?: string) => judgeDeveloperAs(cloud.emulator.endpoint, name);
  afterEach(() => be());
  after(() => [s3, sts, dynamodb].forEach((client) => client.destroy()));

  const get = (Bucket: string) => s3.send(new GetObjectCommand({ Bucket, Key: "a" }));
  const put = () => s3.send(new PutObjectCommand({ Bucket: "photos", Key: "b", Body: "b" }));
  const whoami = async () => (await sts.send(new GetCallerIdentityCommand({}))).Arn;
  const denied = { name: "AccessDenied" };

  it("are a user's, by its policies and those of buckets", async () => {
    await be("anna");
    assert.equal(await whoami(), `arn:aws:iam::${account}:user/anna`);
    await get("photos");
    await assert.rejects(put(), denied);
    await assert.rejects(get("closed"), denied);
  });

  it("are a role's, by its name or its ARN", async () => {
    for (const name of ["tables", "role/tables", `arn:aws:iam::${account}:role/tables`]) {
      await be(name);
      assert.match((await whoami()) ?? "", /:assumed-role\/tables\//);
      await dynamodb.send(new ListTablesCommand({}));
      await assert.rejects(get("photos"), denied);
    }
  });

  it("are refused where the account has no such user or role, and the log says so", async () => {
    await be("nobody");
    await assert.rejects(get("photos"));
    await cloud.logged(/HEADROOM_USER is nobody, and the account has no such user or role/);
  });

  it("leave those of the provider alone, and are root's without it", async () => {
    await be("anna");
    await cloud.aws.s3.putObject({ Bucket: "photos", Key: "c", Body: "c" });
    await be();
    await put();
    assert.equal(await whoami(), `arn:aws:iam::${account}:root`);
  });
});
