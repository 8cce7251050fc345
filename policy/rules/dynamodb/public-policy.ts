import { wellArchitected } from "../../controls";
import { publicPolicyRule } from "../../public";
import { types } from "../../resource";

export const dynamodbPublicPolicy = publicPolicyRule({
  id: "dynamodb-public-policy",
  subject: "table",
  types: [types.tablePolicy],
  controls: [wellArchitected("SEC03-BP07")],
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html",
});
