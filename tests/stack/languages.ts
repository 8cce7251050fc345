import { Lambda } from "@aws-sdk/client-lambda";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";

import { ChecksumLanguage } from "../../components";
import { missingForChecksum } from "../../components/patterns/checksums";

/** What the tests read of the stack's outputs. */
export interface LanguageOutputs {
  checksumFunctions: Partial<Record<ChecksumLanguage, string>>;
  skippedLanguages: Partial<Record<ChecksumLanguage, string>>;
  ticketsFunction: string;
  ticketsAlias: string;
}

/** Tests of the functions in several languages, in a stack that has been deployed. */
export function describeLanguages(given: {
  outputs: () => LanguageOutputs;
  client: () => ConstructorParameters<typeof Lambda>[0];
}): void {
  describe("languages", () => {
    /** Those that the emulator runs: not the class library of .NET. */
    const run = Object.values(ChecksumLanguage).filter((language) => language !== ChecksumLanguage.Dotnet);
    let lambda: Lambda;

    before(() => {
      lambda = new Lambda(given.client() ?? {});
    });
    after(() => lambda.destroy());

    it("each is deployed where its toolchain is there, and is named with what lacks where it is not", () => {
      const { checksumFunctions, skippedLanguages } = given.outputs();
      for (const language of Object.values(ChecksumLanguage)) {
        assert.equal(skippedLanguages[language], missingForChecksum(language), language);
        assert.equal(language in checksumFunctions, !(language in skippedLanguages), language);
      }
    });

    it("all that the emulator can run give the same checksum", async () => {
      const text = "Grüße aus der Wolke";
      const sha256 = createHash("sha256").update(text).digest("hex");
      const { checksumFunctions } = given.outputs();
      for (const language of run.filter((each) => each in checksumFunctions)) {
        const { Payload } = await lambda.invoke({
          FunctionName: checksumFunctions[language],
          Payload: JSON.stringify({ text }),
        });
        const answer = JSON.parse(Buffer.from(Payload ?? []).toString()) as unknown;
        assert.deepEqual(answer, { sha256, bytes: Buffer.byteLength(text) }, language);
      }
    });

    it("ticket numbers come through the alias, from a version whose hooks have run", async () => {
      const { ticketsFunction: FunctionName, ticketsAlias: Qualifier } = given.outputs();
      const { Payload, ExecutedVersion } = await lambda.invoke({ FunctionName, Qualifier });
      assert.equal(ExecutedVersion, "1");
      // The first block was drawn before the snapshot.
      assert.deepEqual(JSON.parse(Buffer.from(Payload ?? []).toString()), { number: 1_000 });
    });
  });
}
