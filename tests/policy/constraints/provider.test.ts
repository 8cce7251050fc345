import assert from "node:assert/strict";
import path from "node:path";
import { readProvider } from "../../../policy/constraints/generate/readProvider";

describe("the source of the AWS provider", function () {
  this.timeout(120_000); // compiles the program that reads it
  const types = () => readProvider(path.join(__dirname, "provider"));

  it("says what its validators take, and what makes a new resource", () => {
    assert.deepEqual(types()["aws_shop_order"], {
      file: "internal/service/shop/order.go",
      attributes: {
        name: {
          type: "string",
          required: true,
          forceNew: true,
          // The third check is asked of some names alone.
          words: [{ maxLength: 32 }, { pattern: "^[a-z]+$" }],
        },
        state: {
          type: "string",
          optional: true,
          words: [{ enumOf: "sqs/types.QueueAttributeName" }],
          conflictsWith: ["name"],
        },
        line: {
          type: "list",
          optional: true,
          maxItems: 20,
          element: {
            type: "object",
            attributes: {
              count: { type: "number", required: true, forceNew: true, words: [{ minimum: 1, maximum: 99 }] },
            },
          },
        },
        note: { type: "string", optional: true, words: [{ minLength: 1, maxLength: 64 }, { notPattern: "^-" }] },
      },
    });
  });

  it("is read in both of its frameworks", () => {
    assert.deepEqual(types()["aws_shop_parcel"], {
      file: "internal/service/shop/parcel.go",
      attributes: {
        street: {
          type: "string",
          optional: true,
          forceNew: true,
          words: [{ maxLength: 80 }],
          conflictsWith: ["box"],
        },
        box: { type: "number", optional: true },
      },
      together: [{ kind: "atLeastOneOf", names: [".street", ".box"] }],
    });
  });
});
