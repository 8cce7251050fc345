import { type Join, refuse } from "./join";

const mostRatio = 50;
/** The least operations of io1 for each GiB, of the storage that it may grow to as well. */
const leastRatio = 0.5;

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

/** Provisioned operations keep pace with the storage that an instance may grow to. */
export const iopsOfMaximum: Join = (instance, found) => {
  const [iops, most] = [instance.get("iops").number(), instance.get("maxAllocatedStorage").number()];
  const [kind, engine] = [instance.get("storageType").text(), instance.get("engine").text()];
  if (iops.state !== "known" || most.state !== "known" || kind.state !== "known" || engine.state !== "known") return;
  const isOf = kind.value === "io1" && /^(postgres|mysql|mariadb)$/.test(engine.value);
  if (!isOf || iops.value >= most.value * leastRatio) return;
  const least = Math.floor(iops.value / leastRatio);
  const takes = `at most ${least} GiB with ${iops.value} iops`;
  refuse(found, {
    path: "maxAllocatedStorage",
    is: `is ${most.value}`,
    takes,
    fix: `Set it to ${least}, or raise iops.`,
  });
};
