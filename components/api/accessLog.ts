/** What begins each line of an access log, of REST and HTTP APIs alike: which request, when, and who calls. */
export const requestFields = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  userAgent: "$context.identity.userAgent",
  caller: "$context.identity.userArn",
};
