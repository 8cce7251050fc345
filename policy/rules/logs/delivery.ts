import { type Resource } from "../../frame/resource";

/** Whether a group's logs are only delivered elsewhere: AWS keeps them for two days, and takes no other number. */
export function isDelivery(group: Resource): boolean {
  const logClass = group.get("logGroupClass").text();
  return logClass.state === "known" && logClass.value === "DELIVERY";
}
