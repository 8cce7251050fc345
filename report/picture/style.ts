import { Category } from "./kinds";
import { type Mark } from "./scene";

/** Colours of the categories, near to those of AWS's own pictures, each dark enough for white text. */
export const colours: Readonly<Record<Category, string>> = {
  [Category.Compute]: "#b8510a",
  [Category.Storage]: "#3f7d20",
  [Category.Database]: "#8a3fb8",
  [Category.Integration]: "#c2185b",
  [Category.Network]: "#5b3cc4",
  [Category.Identity]: "#b3261e",
};

/** A sign and a colour for what happens to a resource; the sign is for readers who see no colours. */
export const marks: Readonly<Record<Mark, { sign: string; colour: string }>> = {
  create: { sign: "+", colour: "#1a7f37" },
  update: { sign: "~", colour: "#9a6700" },
  replace: { sign: "±", colour: "#8250df" },
  delete: { sign: "−", colour: "#cf222e" },
};
