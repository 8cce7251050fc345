/** The command that a process which looks at states is started with; it is not for people. */
export const workerCommand = "analyze-states";
