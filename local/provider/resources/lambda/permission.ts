import type * as sdk from "@aws-sdk/client-lambda";
import type { Permission as PermissionResource, PermissionArgs } from "@pulumi/aws/lambda/permission";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { optional, withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { halves, notFound } from "./ids";

interface Statement {
  Sid?: string;
  Action?: string;
  Principal?: string | { Service?: string; AWS?: string };
  Condition?: Record<string, Record<string, string> | undefined>;
}

/** One statement of a function's resource policy. */
export const Permission = resourceType<PermissionArgs, PermissionResource>({
  token: "aws:lambda/permission:Permission",
  name: {
    property: "statementId",
    prefixProperty: "statementIdPrefix",
    maxLength: 100,
    ...wordCharacters,
  },
  identity: ["function", "qualifier", "statementId"],
  properties: {
    ...withRule({ required: true }, "action", "function", "principal"),
    ...optional("eventSourceToken", "functionUrlAuthType", "invokedViaFunctionUrl", "principalOrgId", "qualifier"),
    ...optional("sourceAccount", "sourceArn", "statementId", "statementIdPrefix"),
  },
  outputs: {},
  fromImportId: (id) => {
    const [target, statementId = ""] = halves(id, "/");
    const [functionName, qualifier] = target.startsWith("arn:") ? [target] : target.split(":");
    return { id: statementId, known: { function: functionName, qualifier, statementId } };
  },

  async create(props, { lambda }) {
    await lambda.addPermission({
      Action: props.action,
      EventSourceToken: props.eventSourceToken,
      FunctionName: props.function,
      FunctionUrlAuthType: props.functionUrlAuthType as sdk.FunctionUrlAuthType,
      InvokedViaFunctionUrl: props.invokedViaFunctionUrl,
      Principal: props.principal,
      PrincipalOrgID: props.principalOrgId,
      Qualifier: props.qualifier,
      SourceAccount: props.sourceAccount,
      SourceArn: props.sourceArn,
      StatementId: props.statementId,
    });
    return props.statementId!;
  },

  async read(statementId, { lambda }, known) {
    const call = lambda.getPolicy({ FunctionName: known.function, Qualifier: known.qualifier });
    const { Policy = "{}" } = (await unless(notFound, call)) ?? {};
    const { Statement: statements = [] } = JSON.parse(Policy) as { Statement?: Statement[] };
    const statement = statements.find(({ Sid }) => Sid === statementId);
    if (!statement) return undefined;
    const { Principal: principal } = statement;
    const condition = (key: string) =>
      Object.values(statement.Condition ?? {}).find((keys) => keys && key in keys)?.[key];
    return {
      action: statement.Action,
      eventSourceToken: condition("lambda:EventSourceToken"),
      function: known.function,
      functionUrlAuthType: condition("lambda:FunctionUrlAuthType"),
      principal: typeof principal === "object" ? (principal.Service ?? principal.AWS) : principal,
      principalOrgId: condition("aws:PrincipalOrgID"),
      qualifier: known.qualifier,
      sourceAccount: condition("AWS:SourceAccount") ?? condition("aws:SourceAccount"),
      sourceArn: condition("AWS:SourceArn") ?? condition("aws:SourceArn"),
      statementId,
    };
  },

  async delete(statementId, { lambda }, known) {
    const { function: FunctionName, qualifier: Qualifier } = known;
    await unless(notFound, lambda.removePermission({ FunctionName, Qualifier, StatementId: statementId }));
  },
});
