import { types } from "../../resource";
import { corsRule } from "../cors";

export const lambdaUrlCors = corsRule({
  id: "lambda-url-cors",
  title: "Pages of any origin cannot call a function URL with a user's credentials",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html",
  type: types.functionUrl,
  property: "cors",
});
