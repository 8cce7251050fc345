import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { corsRule } from "../shared/cors";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  corsRule({
    id: "lambda-url-cors",
    title: "Pages of any origin cannot call a function URL with a user's credentials",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
    type: types.functionUrl,
    property: "cors",
  }),
];
