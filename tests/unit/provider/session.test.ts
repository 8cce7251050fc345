import assert from "node:assert/strict";
import { readSession, requireRegion } from "../../../local/provider/protocol/session";

describe("a configured provider", () => {
  it("takes the Region of the program, else of the environment, else of the command", () => {
    const environment = { AWS_REGION: "eu-west-1" };
    assert.equal(readSession({ region: "us-east-1" }, environment).region, "us-east-1");
    assert.equal(readSession({}, environment, { region: "eu-north-1" }).region, "eu-west-1");
    assert.equal(readSession({}, {}, { region: "eu-north-1" }).region, "eu-north-1");
  });

  it("is of another version where the program, or a package that brings an SDK of its own, has one", () => {
    const other = (awsVersion: string | undefined, name: string, of = "aws") =>
      readSession({}, {}, { awsVersion }, `urn:pulumi:dev::shop::pulumi:providers:${of}::${name}`).otherVersion;
    assert.equal(other(undefined, "default"), false);
    assert.equal(other("6.66.3", "default"), true);
    assert.equal(other("7.23.0", "default_7_23_0"), false);
    assert.equal(other("7.23.0", "default_6_66_3"), true);
    assert.equal(other("7.23.0", "default_4_19_2", "random"), false);
    assert.equal(other("7.23.0", "frankfurt"), false);
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
