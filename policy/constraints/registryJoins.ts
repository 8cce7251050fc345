import { isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Join, refuse } from "./join";
import { findPartition } from "./partition";

/** Images are replicated within their partition. */
export const replicatedRegions: Join = (replication, found) => {
  const { regionReading: own } = replication;
  if (own.state !== "known") return;
  const partition = findPartition(own.value);
  const rules = list(member(plainProperties(replication)["replicationConfiguration"], "rules"));
  rules.forEach((rule, ruleIndex) => {
    list(member(rule, "destinations")).forEach((destination, index) => {
      const region = member(destination, "region");
      if (typeof region !== "string" || isUnknown(region) || findPartition(region) === partition) return;
      const path = `replicationConfiguration.rules[${ruleIndex}].destinations[${index}].region`;
      const takes = `a Region of ${partition}, as ${own.value} is`;
      refuse(found, { path, is: `is ${region}`, takes, fix: `Set ${path} to a Region of ${partition}.` });
    });
  });
};
