/** The methods of an API's routes: what ANY stands for. */
export const routeMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

const segment = String.raw`(?:[\w.~-]+|\{[\w.-]+\})`;

/** `GET /users/{id}`, `ANY /{proxy+}`: a parameter is a whole segment, and a greedy one comes last. */
export const routePattern = new RegExp(
  String.raw`^(?:ANY|${routeMethods.join("|")}) /(?:(?:${segment}/)*(?:${segment}|\{[\w.-]+\+\}))?$`,
);

/** The route without the names of its parameters: two of one shape are one route of an API. */
export const shapeOfRoute = (route: string): string => route.replaceAll(/\{[^}+]+(\+?)\}/g, "{$1}");
