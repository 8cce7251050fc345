/** The first fields of each line of an access log, for REST and HTTP APIs: which request, when, and who called. */
export const requestFields = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  userAgent: "$context.identity.userAgent",
  caller: "$context.identity.userArn",
};
