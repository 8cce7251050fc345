/** How both services of Cognito say that there is none. */
export const notFound = ["ResourceNotFoundException"];
