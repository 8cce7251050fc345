import { limits } from "../../limits";
import { type Problems } from "../core/check";
import { type FunctionArgs } from "./args";

const guide = "https://docs.aws.amazon.com/lambda/latest/dg";
const page = `${guide}/snapstart.html`;

/** Adds the obstacles to SnapStart, each with the reason and AWS's page. */
export function checkSnapStart(problems: Problems, args: FunctionArgs): void {
  const { runtime, imageUri, provisionedConcurrency, fileSystem, ephemeralStorageMb } = args;
  const { max } = limits.lambda.snapStartStorage;
  problems
    .that(
      typeof runtime !== "string" || limits.runtimes[runtime]?.snapStart === true,
      "runtime",
      runtime,
      `SnapStart supports Java 11+, Python 3.12+ and .NET 8+, not Node.js, Ruby or an OS-only runtime (${page})`,
    )
    .that(
      imageUri === undefined,
      "imageUri",
      "given with snapStart",
      "give runtime, handler and code: only publishing a version shows whether an image can be restored " +
        `(${guide}/snapstart-runtime-hooks-custom.html)`,
    )
    .that(
      provisionedConcurrency === undefined,
      "provisionedConcurrency",
      provisionedConcurrency,
      `it cannot be combined with snapStart: choose one (${page})`,
    )
    .that(
      !fileSystem,
      "fileSystem",
      fileSystem?.mountPath,
      `EFS cannot be combined with snapStart: leave one out (${page})`,
    )
    .that(
      typeof ephemeralStorageMb !== "number" || ephemeralStorageMb <= max,
      "ephemeralStorageMb",
      ephemeralStorageMb,
      `AWS allows ${max} MB at most with snapStart (${page})`,
    );
}
