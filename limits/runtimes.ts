/** One Lambda runtime and the dates of its end, as ISO days. */
export interface Runtime {
  /** From this day AWS no longer patches it. */
  readonly deprecation?: string;
  /** From this day AWS refuses new functions on it. */
  readonly createBlocked?: string;
  /** What to move to. */
  readonly successor: string;
  /** Functions on it can start from a snapshot. https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html */
  readonly snapStart?: true;
}

/** Where AWS publishes the dates. */
export const runtimesPage = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

/** Month in which the table was last checked against AWS's page. */
export const runtimesChecked = "2026-11";

/** AWS blocks the creation of functions on every runtime deprecated before this day. */
const nextBlock = "2027-02-01";

/** Runtimes blocked before the table was compiled: the exact day no longer matters. */
const blockedAlready = { deprecation: "2024-03-31", createBlocked: "2024-03-31" } as const;

const node = { successor: "nodejs24.x" } as const;
const python = { successor: "python3.14" } as const;
const java = { successor: "java25" } as const;
const dotnet = { successor: "dotnet10" } as const;
const ruby = { successor: "ruby4.0" } as const;
const snapStart = { snapStart: true } as const;
const provided = { successor: "provided.al2023" } as const;

/** Every Lambda runtime with its dates. A runtime that is not listed is unknown to this version of the pack. */
export const runtimes: Readonly<Record<string, Runtime>> = {
  nodejs: { ...node, ...blockedAlready },
  "nodejs4.3": { ...node, ...blockedAlready },
  "nodejs4.3-edge": { ...node, ...blockedAlready },
  "nodejs6.10": { ...node, ...blockedAlready },
  "nodejs8.10": { ...node, ...blockedAlready },
  "nodejs10.x": { ...node, ...blockedAlready },
  "nodejs12.x": { ...node, ...blockedAlready },
  "nodejs14.x": { ...node, ...blockedAlready },
  "nodejs16.x": { ...node, deprecation: "2024-06-12", createBlocked: nextBlock },
  "nodejs18.x": { ...node, deprecation: "2025-09-01", createBlocked: nextBlock },
  "nodejs20.x": { ...node, deprecation: "2026-04-30", createBlocked: nextBlock },
  "nodejs22.x": { ...node, deprecation: "2027-04-30" },
  "nodejs24.x": { ...node, deprecation: "2028-04-30" },

  "python2.7": { ...python, ...blockedAlready },
  "python3.6": { ...python, ...blockedAlready },
  "python3.7": { ...python, ...blockedAlready },
  "python3.8": { ...python, deprecation: "2024-10-14", createBlocked: nextBlock },
  "python3.9": { ...python, deprecation: "2025-12-15", createBlocked: nextBlock },
  "python3.10": { ...python, deprecation: "2026-10-31", createBlocked: nextBlock },
  "python3.11": { ...python, deprecation: "2027-06-30" },
  "python3.12": { ...python, ...snapStart, deprecation: "2028-10-31" },
  "python3.13": { ...python, ...snapStart, deprecation: "2029-06-30" },
  "python3.14": { ...python, ...snapStart, deprecation: "2029-06-30" },

  java8: { ...java, ...blockedAlready },
  "java8.al2": { ...java, deprecation: "2027-06-30" },
  java11: { ...java, ...snapStart, deprecation: "2027-06-30" },
  java17: { ...java, ...snapStart, deprecation: "2027-06-30" },
  java21: { ...java, ...snapStart, deprecation: "2029-06-30" },
  java25: { ...java, ...snapStart, deprecation: "2029-06-30" },

  "dotnetcore1.0": { ...dotnet, ...blockedAlready },
  "dotnetcore2.0": { ...dotnet, ...blockedAlready },
  "dotnetcore2.1": { ...dotnet, ...blockedAlready },
  "dotnetcore3.1": { ...dotnet, ...blockedAlready },
  dotnet6: { ...dotnet, deprecation: "2024-12-20", createBlocked: nextBlock },
  dotnet8: { ...dotnet, ...snapStart, deprecation: "2026-11-10", createBlocked: nextBlock },
  dotnet10: { ...dotnet, ...snapStart, deprecation: "2028-11-14" },

  "ruby2.5": { ...ruby, ...blockedAlready },
  "ruby2.7": { ...ruby, ...blockedAlready },
  "ruby3.2": { ...ruby, deprecation: "2026-03-31", createBlocked: nextBlock },
  "ruby3.3": { ...ruby, deprecation: "2027-03-31" },
  "ruby3.4": { ...ruby, deprecation: "2028-03-31" },
  "ruby4.0": { ...ruby, deprecation: "2029-03-31" },

  "go1.x": { ...provided, ...blockedAlready },
  provided: { ...provided, ...blockedAlready },
  "provided.al2": { ...provided, deprecation: "2026-07-31", createBlocked: nextBlock },
  "provided.al2023": { ...provided, deprecation: "2029-06-30" },
};
