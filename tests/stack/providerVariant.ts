/** What differs between two runs of the provider's program. */
export interface Variant {
  answer: string;
  memorySize: number;
  retention: number;
  tags: { [name: string]: string };
  threshold: number;
  schedule: string;
}
