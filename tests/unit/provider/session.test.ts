import assert from "node:assert/strict";
import { readSession, requireRegion } from "../../../local/provider/protocol/session";

describe("a configured provider", () => {
  it("takes the Region of the program, else of the environment, else of the command", () => {
    const environment = { AWS_REGION: "eu-west-1" };
    assert.equal(readSession({ region: "us-east-1" }, environment).region, "us-east-1");
    assert.equal(readSession({}, environment, { region: "eu-north-1" }).region, "eu-west-1");
    assert.equal(readSession({}, {}, { region: "eu-north-1" }).region, "eu-north-1");
  });

  it("needs a Region for AWS, and for no other package", () => {
    const session = readSession({}, {});
    assert.throws(
      () => requireRegion("aws:s3/bucket:Bucket", session),
      /no AWS Region is configured: run `pulumi config/,
    );
    for (const token of ["awsx:ec2:Vpc", "random:index/randomPet:RandomPet"]) requireRegion(token, session);
  });
});
