import { type Join, named, refuse } from "./join";

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

/** Provisioned operations keep pace with the storage that an instance has, and that it may grow to. */
export const iopsOfMaximum: Join = (instance, found) => {
  const [kind, engine] = [instance.get("storageType").text(), instance.get("engine").text()];
  const iops = instance.get("iops").number();
  if (iops.state !== "known" || kind.state !== "known" || engine.state !== "known") return;
  if (kind.value !== "io1" || !/^(postgres|mysql|mariadb)$/.test(engine.value)) return;
  for (const path of ["allocatedStorage", "maxAllocatedStorage"]) {
    const size = instance.get(path).number();
    if (size.state !== "known" || iops.value >= size.value * leastRatio) continue;
    const least = Math.floor(iops.value / leastRatio);
    const takes = `at most ${least} GiB with ${iops.value} iops`;
    refuse(found, { path, is: `is ${size.value}`, takes, fix: `Set it to ${least}, or raise iops.` });
  }
};

/** Instances are monitored as often as the cluster says, where it does. */
export const clusterMonitoring: Join = (instance, found, stack) => {
  const own = instance.get("monitoringInterval").number();
  if (own.state !== "known" || own.value === 0) return;
  for (const to of named(instance, "clusterIdentifier", "aws:rds/cluster:Cluster", found, stack)) {
    const its = to.get("monitoringInterval").number();
    if (its.state !== "known" || its.value === 0 || its.value === own.value) continue;
    refuse(found, {
      path: "monitoringInterval",
      is: `is ${own.value}, and that of ${to.label} is ${its.value}`,
      takes: `${its.value}`,
      fix: `Set it to ${its.value}, or leave it to the cluster.`,
    });
  }
};

/** What storage may grow to is a tenth more than it is. */
export const storageGrowth: Join = (instance, found) => {
  const [now, most] = [instance.get("allocatedStorage").number(), instance.get("maxAllocatedStorage").number()];
  if (now.state !== "known" || most.state !== "known" || most.value <= now.value) return;
  const least = now.value + Math.ceil(now.value / 10);
  if (most.value >= least) return;
  const is = `is ${most.value} with ${now.value} allocated`;
  refuse(found, { path: "maxAllocatedStorage", is, takes: `${least} or more`, fix: `Set it to ${least} or more.` });
};
