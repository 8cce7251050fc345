import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { guide, type Need, own, type Rights, somewhere } from "./rights";

/** What writing to a log group takes. */
const writing = [["logs:CreateLogStream"], ["logs:PutLogEvents"]];

/** What a service needs of the role by which it writes logs, where a resource names one. */
function writes(type: string, ...paths: (readonly string[])[]) {
  const need = (owner: Resource, path: readonly string[]): Need => {
    const by = own(owner, ...path);
    return { owner, what: by.role.name, ...by, actions: writing, arn: somewhere };
  };
  return (stack: Graph): readonly Need[] =>
    stack.ofType(type).flatMap((owner) => paths.map((path) => need(owner, path)));
}

/** What roles need by which services write logs. */
export const logRights: readonly Rights[] = [
  {
    rule: "apigateway-account",
    title: "The role by which API Gateway writes logs may write them",
    needs: writes("aws:apigateway/account:Account", ["cloudwatchRoleArn"]),
    refused: true,
    because: "API Gateway refuses such a role",
    page: `${guide}/apigateway/latest/developerguide/set-up-logging.html#set-up-access-logging-permissions`,
  },
  {
    rule: "appsync-logs",
    title: "The role by which AppSync writes logs may write them",
    needs: writes(types.graphqlApi, ["logConfig", "cloudwatchLogsRoleArn"]),
    refused: false,
    because: "no request is ever logged",
    page: `${guide}/appsync/latest/devguide/monitoring.html#setup-and-configuration`,
  },
  {
    rule: "sns-delivery-status",
    title: "The roles by which SNS writes what became of its messages may write it",
    needs: writes(
      types.topic,
      ...["application", "firehose", "http", "lambda", "sqs"].flatMap((protocol) =>
        ["Success", "Failure"].map((kind) => [`${protocol}${kind}FeedbackRoleArn`]),
      ),
    ),
    refused: false,
    because: "no delivery is ever logged",
    page: `${guide}/sns/latest/dg/topics-attrib-prereq.html`,
  },
  {
    rule: "ec2-flow-log",
    title: "The role of a flow log may write it",
    needs: writes("aws:ec2/flowLog:FlowLog", ["iamRoleArn"]),
    refused: false,
    because: "the flow log stays empty",
    page: `${guide}/vpc/latest/userguide/flow-logs-iam-role.html`,
  },
  {
    rule: "cloudtrail-logs",
    title: "The role by which CloudTrail writes to a log group may write there",
    needs: writes("aws:cloudtrail/trail:Trail", ["cloudWatchLogsRoleArn"]),
    refused: false,
    because: "no event gets to the log group",
    page: `${guide}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  },
];
