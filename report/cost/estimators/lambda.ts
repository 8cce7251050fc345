import { z } from "zod";
import { type Estimator, reading, said } from "../estimator";
import { type Price } from "../price";
import { prices } from "../prices";

/** The parts of a function's inputs that its cost depends on. */
export const functionShape = z.object({
  memorySize: z.number().default(128),
  architectures: z.tuple([z.enum(["arm64", "x86_64"])]).default(["x86_64"]),
  ephemeralStorage: z.object({ size: z.number() }).default({ size: 512 }),
  runtime: z.string().default(""),
  snapStart: z.object({ applyOn: z.string() }).default({ applyOn: "None" }),
});

export type Architecture = z.infer<typeof functionShape>["architectures"][0];

/** The price of a second of a GB of memory. */
export const durationPrice = (architecture: Architecture): Price =>
  architecture === "arm64" ? prices.lambda.durationArm64 : prices.lambda.durationX86;

/** GB-seconds of calls. */
export const gigabyteSeconds = (calls: number, durationMs: number, memoryMb: number): number =>
  calls * (durationMs / 1000) * (memoryMb / 1024);

const lambdaFunction = reading(functionShape, (inputs, { requests, usage: { durationMs } }) => {
  const { memorySize, architectures, ephemeralStorage, runtime, snapStart } = inputs;
  // Java's costs nothing.
  const snapshots = snapStart.applyOn === "PublishedVersions" && !runtime.startsWith("java");
  const calls = `${said(requests)} requests × ${said(durationMs)} ms`;
  const extra = Math.max(0, ephemeralStorage.size - 512);
  return [
    { price: prices.lambda.requests, quantity: requests },
    {
      price: durationPrice(architectures[0]),
      quantity: gigabyteSeconds(requests, durationMs, memorySize),
      basis: `${calls} × ${said(memorySize)} MB`,
    },
    ...(extra > 0
      ? [
          {
            price: prices.lambda.ephemeralStorage,
            quantity: gigabyteSeconds(requests, durationMs, extra),
            basis: `${calls} × ${said(extra)} MB`,
          },
        ]
      : []),
    ...(snapshots ? [{ reason: `no price is recorded for SnapStart of ${runtime}` }] : []),
  ];
});

const provisioned: Estimator = () => [{ reason: "no price is recorded for provisioned concurrency" }];

export const lambdaEstimators = {
  "aws:lambda/function:Function": lambdaFunction,
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": provisioned,
};
