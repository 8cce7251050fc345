import { z } from "zod";
import { type Gap, type Item, reading, said, secondsOfMonth } from "../estimator";
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

/** The component whose function runs at CloudFront's edge. */
export const edgeComponent = "headroom:edge:EdgeFunction";

const lambdaFunction = reading(functionShape, (inputs, { requests, within, usage }): (Item | Gap)[] => {
  const { memorySize, architectures, ephemeralStorage, runtime, snapStart } = inputs;
  const { durationMs } = usage;
  // Java's costs nothing.
  const snapshots = snapStart.applyOn === "PublishedVersions" && !runtime.startsWith("java");
  const calls = `${said(requests)} requests × ${said(durationMs)} ms`;
  if (within.includes(edgeComponent)) {
    return [
      { price: prices.lambda.edgeRequests, quantity: requests },
      {
        price: prices.lambda.edgeDuration,
        quantity: gigabyteSeconds(requests, durationMs, memorySize),
        basis: `${calls} × ${said(memorySize)} MB`,
      },
    ];
  }
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
    ...(snapshots
      ? [
          {
            price: prices.lambda.snapshotsKept,
            quantity: secondsOfMonth * (memorySize / 1024),
            basis: `one version × ${said(memorySize)} MB, all month`,
          },
          {
            price: prices.lambda.snapshotsRestored,
            quantity: requests * (usage.coldStartPercent / 100) * (memorySize / 1024),
            basis: `${said(usage.coldStartPercent)} % of ${said(requests)} requests × ${said(memorySize)} MB`,
          },
        ]
      : []),
  ];
});

const provisionedShape = z.object({ functionName: z.string(), provisionedConcurrentExecutions: z.number() });

const provisioned = reading(provisionedShape, ({ functionName, provisionedConcurrentExecutions }, around) => {
  const inPattern = around.siblings("aws:lambda/function:Function");
  const named = inPattern.filter(({ inputs }) => inputs.name === functionName);
  // The name is known only after the deployment, but there may be one candidate only.
  const [of, ...others] = named.length > 0 ? named : inPattern;
  const { data } = functionShape.safeParse(of?.inputs);
  if (!data || others.length > 0) return [{ reason: "it is known only after the deployment which function it is of" }];
  const { provisionedArm64, provisionedX86 } = prices.lambda;
  return [
    {
      price: data.architectures[0] === "arm64" ? provisionedArm64 : provisionedX86,
      quantity: gigabyteSeconds(provisionedConcurrentExecutions, secondsOfMonth * 1000, data.memorySize),
      basis: `${said(provisionedConcurrentExecutions)} environments × ${said(data.memorySize)} MB, all month`,
    },
  ];
});

export const lambdaEstimators = {
  "aws:lambda/function:Function": lambdaFunction,
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": provisioned,
};
