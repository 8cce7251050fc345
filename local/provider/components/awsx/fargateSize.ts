import { hasUnknown, type Properties, unknownValue } from "../../frame/values";

/** The sizes of a task from which awsx chooses: vCPU with gigabytes of memory, from and to. */
const ranges: readonly (readonly [vcpu: number, memory: readonly number[]])[] = [
  [0.25, [0.5, 1, 2]],
  [0.5, steps(1, 4)],
  [1, steps(2, 8)],
  [2, steps(4, 16)],
  [4, steps(8, 30)],
  [8, steps(16, 60)],
  [16, steps(32, 120)],
  [32, [60, 120, 244]],
];

function steps(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * The smallest size of a task that holds its containers, as awsx takes it.
 * @throws Error where Fargate has none.
 */
export function fargateSize(containers: readonly Properties[]): Properties {
  const asked = containers.map(({ cpu, memory, memoryReservation }) => [cpu ?? 0, memoryReservation ?? memory ?? 0]);
  if (hasUnknown(asked)) return { cpu: unknownValue, memory: unknownValue };
  const [units, megabytes] = [0, 1].map((part) => asked.reduce((sum, each) => sum + Number(each[part]), 0));
  const [cpu, memory] = [(units ?? 0) / 1_024, (megabytes ?? 0) / 1_024];
  for (const [vcpu, sizes] of ranges) {
    const fits = vcpu >= cpu ? sizes.find((size) => size >= memory) : undefined;
    if (fits !== undefined) return { cpu: `${vcpu * 1_024}`, memory: `${fits * 1_024}` };
  }
  throw new Error(
    `its containers ask for ${cpu} vCPU and ${memory} GB, and a task on Fargate has 32 vCPU and 244 GB at most. ` +
      "Fix: lower cpu and memory of the containers.",
  );
}
