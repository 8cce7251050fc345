/** What a run reaches: nothing (a preview from nothing), the emulator and its state, or the user's AWS account. */
export type Target = { kind: "nothing" } | { kind: "local"; endpoint: string } | { kind: "cloud" };
