import { limits } from "../../limits";
import { type Problems } from "../core/check";
import { type BehaviorArgs, cachingDefaults } from "./distributionArgs";
import { EdgeEvent, GLOBAL_REGION } from "./edgeEvents";

const isViewerEvent = (event: EdgeEvent): boolean => event.startsWith("viewer-");

/** Headers that CloudFront refuses in a cache key, or covers by other settings. */
const notInKey = new Set(["accept-encoding", "cookie", "host"]);
const MOST_IN_KEY = 10;

/** Adds the problems of the behaviour at the property `at`. */
export function checkBehavior(problems: Problems, at: string, { calls = [], caching = {} }: BehaviorArgs): void {
  const { seconds = cachingDefaults.seconds, maxSeconds = cachingDefaults.maxSeconds } = caching;
  const isDuration = (value: number): boolean => Number.isInteger(value) && value >= 0;
  problems
    .that(isDuration(seconds), `${at}.caching.seconds`, seconds, "give whole seconds, 0 or more")
    .that(
      isDuration(maxSeconds) && maxSeconds >= seconds,
      `${at}.caching.maxSeconds`,
      maxSeconds,
      "give whole seconds, no less than seconds",
    );
  const key = { headers: caching.headers, cookies: caching.cookies, queryStrings: caching.queryStrings };
  for (const [name, values = []] of Object.entries(key)) {
    const wrong = name === "headers" ? values.filter((value) => notInKey.has(value.toLowerCase())) : [];
    problems
      .that(
        values.length === 0 || maxSeconds > 0,
        `${at}.caching.${name}`,
        values,
        "with maxSeconds 0 nothing is cached, so there is no cache key: leave it out, or give maxSeconds",
      )
      .that(values.length <= MOST_IN_KEY, `${at}.caching.${name}`, values.length, `CloudFront takes ${MOST_IN_KEY}`)
      .that(
        wrong.length === 0,
        `${at}.caching.${name}`,
        wrong,
        "CloudFront does not allow it in a cache key: leave it out",
      );
  }
  const { page } = limits.cloudfront.edgeTimeout;
  const events = calls.map(({ event }) => event);
  const twice = new Set(events.filter((event, index) => events.indexOf(event) !== index));
  for (const event of twice) {
    problems.that(
      false,
      `${at}.calls`,
      event,
      `two functions handle it, and CloudFront allows one for each event (${page}): combine them`,
    );
  }
  for (const { event, function: fn, edgeFunction, versionArn } of calls) {
    problems
      .that(
        Object.values(EdgeEvent).includes(event),
        `${at}.calls.event`,
        event,
        `give one of ${Object.values(EdgeEvent).join(", ")}`,
      )
      .that(
        [fn, edgeFunction, versionArn].filter((each) => each !== undefined).length === 1,
        `${at}.calls`,
        event,
        "give one of function, edgeFunction and versionArn",
      )
      .that(
        fn === undefined || isViewerEvent(event),
        `${at}.calls`,
        event,
        "a CloudFront Function is for viewer events only: use an EdgeFunction",
      )
      .that(
        typeof versionArn !== "string" || /^arn:[^:]+:lambda:us-east-1:\d{12}:function:[\w-]+:\d+$/.test(versionArn),
        `${at}.calls.versionArn`,
        versionArn,
        `CloudFront calls functions in ${GLOBAL_REGION} only, by a version number`,
      );
  }
  const viewers = calls.filter(({ event }) => isViewerEvent(event));
  problems.that(
    viewers.every(({ function: fn }) => fn !== undefined) || viewers.every(({ function: fn }) => fn === undefined),
    `${at}.calls`,
    viewers.map(({ event }) => event),
    `the viewer events of a behaviour need the same kind of function, CloudFront Functions or Lambda@Edge (${page})`,
  );
}
