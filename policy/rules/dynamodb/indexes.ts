import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";

/** The global secondary indexes of a table that can be read. */
export function globalIndexes(table: Resource): readonly Property[] {
  return listed(table.get("globalSecondaryIndexes"));
}

/** The local secondary indexes of a table that can be read. */
export function localIndexes(table: Resource): readonly Property[] {
  return listed(table.get("localSecondaryIndexes"));
}

/** The copies of a table in other Regions that can be read. */
export function replicas(table: Resource): readonly Property[] {
  return listed(table.get("replicas"));
}

/** Whether the table pays for capacity instead of requests: AWS's default when nothing is said. */
export function isProvisioned(table: Resource): boolean {
  const mode = table.get("billingMode").text();
  return mode.state === "absent" || (mode.state === "known" && mode.value === "PROVISIONED");
}

function listed(property: Property): readonly Property[] {
  const list = property.list();
  return list.state === "known" ? list.value : [];
}
