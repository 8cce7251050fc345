import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

const tagged = (count: number) => ({ tags: Object.fromEntries(many(count, (index) => [`t${index}`, "x"])) });

export const tags: FactsByName = {
  "tags-count-max": ofType("aws:sqs/queue:Queue", { name: "orders" })("fifty tags", tagged(51), tagged(50)),
};
