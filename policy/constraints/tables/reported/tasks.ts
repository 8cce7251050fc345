import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only } from "../together";

/** Services and tasks of ECS. */
export const tasksReported: readonly TypeRows[] = [
  {
    type: "aws:ecs/service:Service",
    source: api("ecs", "CreateService"),
    rows: [
      only("a DAEMON has no capacity providers", { schedulingStrategy: "DAEMON" }, ["capacityProviderStrategies[]"], {
        source: measured,
      })(
        { name: "logs", cluster: "main", taskDefinition: "logs:1", schedulingStrategy: "DAEMON" },
        {},
        { capacityProviderStrategies: [{ capacityProvider: "own", weight: 1 }] },
      ),
    ],
  },
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    source: page("AmazonECS/latest/developerguide/task_execution_IAM_role"),
    rows: [
      [
        "an image of ECR is fetched",
        String.raw`"image":\s*"\d{12}\.dkr\.ecr\.`,
        '"image":"111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1"',
      ],
      [
        "a private registry is asked",
        String.raw`"credentialsParameter":\s*"`,
        '"image":"a","repositoryCredentials":{"credentialsParameter":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-AbCdEf"}',
      ],
    ].map(([what = "", pattern = "", inside = ""]) =>
      needs(
        `on Fargate ${what} with an execution role`,
        {
          requiresCompatibilities: { contains: { const: "FARGATE" } },
          containerDefinitions: { pattern },
        },
        ["executionRoleArn"],
      )(
        {
          ...{ family: "a", requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" },
          containerDefinitions: `[{"name":"a",${inside}}]`,
        },
        { executionRoleArn: "arn:aws:iam::111122223333:role/r" },
        {},
      ),
    ),
  },
];
