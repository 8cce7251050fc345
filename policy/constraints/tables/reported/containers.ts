import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (more: Readonly<Record<string, unknown>>) => ({
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx", ...more }]),
});
const arn = (name: string) => `arn:aws:ecs:eu-west-1:111122223333:task-definition/${name}:1`;
const fargate = { networkMode: "awsvpc", cpu: "256", memory: "512" };

/** ECS: memory of containers, and tasks for Fargate. */
export const containersReported: readonly TypeRows[] = [
  {
    type: taskType,
    source: api("ecs", "ContainerDefinition"),
    rows: [
      together(
        "a container of a task without memory has memory or memoryReservation",
        {
          if: { required: ["memory"] },
          else: { properties: { containerDefinitions: { format: "containerMemory" } } },
        },
        { family: "web" },
        containers({ memory: 128 }),
        containers({}),
      ),
    ],
  },
  {
    type: "aws:ecs/service:Service",
    source: page("AmazonECS/latest/developerguide/fargate-tasks-services"),
    rows: [
      together(
        "a service on Fargate has a task of awsvpc with CPU and memory",
        {
          when: { launchType: "FARGATE" },
          properties: {
            taskDefinition: {
              refersTo: {
                type: taskType,
                fits: {
                  required: ["networkMode", "cpu", "memory"],
                  properties: { networkMode: { const: "awsvpc" } },
                },
              },
            },
          },
          beside: {
            own: { type: taskType, properties: { arn: arn("own"), family: "own", ...fargate, ...containers({}) } },
            bridge: {
              type: taskType,
              properties: { arn: arn("bridge"), family: "bridge", networkMode: "bridge", ...containers({ memory: 9 }) },
            },
          },
        },
        { name: "web", cluster: "c", launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
        { taskDefinition: arn("own") },
        { taskDefinition: arn("bridge") },
      ),
    ],
  },
];
