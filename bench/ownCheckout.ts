import { endProcesses, markEnvironment } from "../local/processes";
import { Checkout } from "../tests/stack/checkout";

/**
 * A copy of this checkout for a measurement. What runs in it ends with the measurement, also when that is interrupted, or
 * the command that has begun it is gone; for when it is killed itself, the command is told of the copy.
 * @param patterns The only patterns that its stacks have
 */
export async function ownCheckout(patterns?: string[]): Promise<Checkout> {
  const checkout = await Checkout.copy(patterns);
  const mark = { name: "HEADROOM_BENCH", folder: checkout.folder } as const;
  Object.assign(checkout.environment, markEnvironment(mark));
  process.send?.({ checkout: checkout.folder });
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    void endProcesses(mark)
      .then(() => checkout.close())
      .finally(() => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, end);
  process.channel?.unref(); // a listener for its end is no reason to wait for it
  return checkout;
}
