import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const containers = (more: Readonly<Record<string, unknown>>) => ({
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx", ...more }]),
});

/** ECS: memory of containers. */
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
];
