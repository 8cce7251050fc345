import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, type StackRule, type Verdict, violated } from "../../frame/rule";

/** Says that there is a password, never what it is. */
function check(database: Resource): Verdict {
  const property = ["masterPassword", "password"].find((name) => database.get(name).any().state !== "absent");
  return property && !database.leavesToAws(database.get(property))
    ? violated(database, `${property} is set: it is in the state of the stack, and nobody changes it`)
    : holds;
}

export const rdsPasswords: StackRule = {
  scope: "stack",
  id: "rds-passwords",
  title: "RDS keeps the password of a database's first user in Secrets Manager",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Set manageMasterUserPassword to true instead.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
  check: (stack) => [types.dbCluster, types.dbInstance].flatMap((type) => stack.ofType(type)).flatMap(check),
};
