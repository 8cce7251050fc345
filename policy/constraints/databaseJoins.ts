import { type Join, refuse } from "./join";

const mostRatio = 50;

/** Provisioned operations for each GiB of storage. */
export const iopsRatio: Join = (instance, found) => {
  const [iops, storage] = [instance.get("iops").number(), instance.get("allocatedStorage").number()];
  if (iops.state !== "known" || storage.state !== "known" || iops.value <= storage.value * mostRatio) return;
  const most = storage.value * mostRatio;
  const is = `is ${iops.value} for ${storage.value} GiB`;
  refuse(found, {
    path: "iops",
    is,
    takes: `at most ${mostRatio} for each GiB: ${most}`,
    fix: `Set iops to ${most} or less.`,
  });
};
