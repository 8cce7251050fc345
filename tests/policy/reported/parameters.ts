import { type FactsByName } from "../measured/facts";
import { many } from "../measured/ofType";
import { on } from "../measured/on";

const parameter = on("aws:ssm/parameter:Parameter", { type: "String" });
const valued = (name: string) => ({ name, value: "a" });
const long = (count: number) => ({
  name: "/orders/manifest",
  tier: "Advanced",
  value: many(count, () => "a").join(""),
});

export const ssm: FactsByName = {
  "name-with-at": parameter(
    "the name of a parameter has letters, digits and .-_",
    valued("/orders/support@example.com"),
    valued("/orders/support"),
  ),
  "name-of-ssm": parameter(
    "the name of a parameter does not begin with ssm",
    valued("ssm-orders"),
    valued("orders-ssm"),
  ),
  "advanced-length": parameter("an advanced parameter has 8 KB", long(8193), long(8192)),
};

export const secretsmanager: FactsByName = {
  "secret-name": on("aws:secretsmanager/secret:Secret", { kmsKeyId: "alias/own" })(
    "the name of a secret has letters, digits and /_+=.@-",
    { name: "orders:password" },
    { name: "orders/password" },
  ),
};
