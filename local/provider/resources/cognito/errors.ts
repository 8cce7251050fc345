/** The "not found" error of both Cognito services. */
export const notFound = ["ResourceNotFoundException"];
