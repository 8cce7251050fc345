/** Processor of a function. */
export enum Architecture {
  /** AWS Graviton: about 20 % cheaper for the same duration. */
  Arm64 = "arm64",
  X86_64 = "x86_64",
}
