import { types } from "../../resource";
import { corsRule } from "../cors";

export const apigatewayHttpCors = corsRule({
  id: "apigateway-http-cors",
  title: "Pages of any origin cannot call an HTTP API with a user's credentials",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
  type: types.httpApi,
  property: "corsConfiguration",
});
