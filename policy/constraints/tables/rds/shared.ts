import { type Row } from "../../schema";

export const monitoring = { minimum: 0, maximum: 60, enum: [0, 1, 5, 10, 15, 30, 60] };

export const retention = [7, 731, ...Array.from({ length: 23 }, (_, index) => (index + 1) * 31)];

export const identifier = (at: string, what: string): Row => ({
  at,
  fact: `the identifier of ${what} begins with a letter, has letters, digits and single hyphens, and does not end with one; 63 at most`,
  pattern: "^(?!.*--)[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$",
  good: "orders",
  bad: "orders--eu",
});
