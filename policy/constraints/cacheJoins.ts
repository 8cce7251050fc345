import { type Join, refuse } from "./join";

/** A list of zones has one for each node. */
function zoneForEachNode(listed: string, counted: string): Join {
  return (resource, found) => {
    const [zones, count] = [resource.get(listed).list(), resource.get(counted).number()];
    if (zones.state !== "known" || count.state !== "known" || zones.value.length === 0) return;
    if (zones.value.length === count.value) return;
    const is = `has ${zones.value.length} zones, and ${counted} is ${count.value}`;
    refuse(found, { path: listed, is, takes: "one zone for each node", fix: `List ${count.value} zones.` });
  };
}

export const preferredCacheClusterAzs = zoneForEachNode("preferredCacheClusterAzs", "numCacheClusters");
export const daxZones = zoneForEachNode("availabilityZones", "replicationFactor");
export const preferredAvailabilityZones = zoneForEachNode("preferredAvailabilityZones", "numCacheNodes");

const user = "aws:elasticache/user:User";

/** Redis needs a user named default in each group. */
export const defaultUser: Join = (group, found, stack) => {
  const [engine, ids] = [group.get("engine").text(), group.get("userIds").list()];
  if (!stack || engine.state !== "known" || engine.value.toLowerCase() !== "redis" || ids.state !== "known") return;
  const users = ids.value.map((id) => {
    const own = id.text();
    return stack.ofType(user).filter((each) => {
      const userId = each.get("userId").text();
      return own.state === "known" && userId.state === "known" && userId.value === own.value;
    });
  });
  const names = users.flat().map((each) => each.get("userName").text());
  const isOpen = users.some((of) => of.length === 0) || names.some(({ state }) => state !== "known");
  if (ids.value.length === 0 || isOpen) return;
  if (names.some((name) => name.state === "known" && name.value === "default")) return;
  const takes = "a user whose userName is default";
  refuse(found, { path: "userIds", is: "has no such user", takes, fix: "Add a user whose userName is default." });
};

/** Every user of a Valkey group authenticates. */
export const provenUsers: Join = (group, found, stack) => {
  const [engine, ids] = [group.get("engine").text(), group.get("userIds").list()];
  if (!stack || engine.state !== "known" || engine.value.toLowerCase() !== "valkey" || ids.state !== "known") return;
  for (const id of ids.value) {
    const own = id.text();
    const open = stack.ofType(user).find((each) => {
      const [userId, without] = [each.get("userId").text(), each.get("noPasswordRequired").any()];
      const isOpen = without.state === "known" && without.value === true;
      return isOpen && own.state === "known" && userId.state === "known" && userId.value === own.value;
    });
    if (!open) continue;
    const is = `has ${open.label}, which needs no password`;
    refuse(found, { path: "userIds", is, takes: "users with passwords or IAM", fix: `Give ${open.label} a password.` });
  }
};
