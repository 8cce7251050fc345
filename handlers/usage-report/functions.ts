/** What functions did in a period, from the metrics that Lambda publishes. */

/** One figure of one function, as CloudWatch is asked for it. */
export interface Query {
  id: string;
  function: string;
  metric: "Invocations" | "Errors" | "Throttles" | "Duration";
  statistic: "Sum" | "SampleCount" | "Maximum";
}

/** Undefined means that CloudWatch has no data, which is not the same as zero. Durations are in milliseconds. */
export interface FunctionUsage {
  function: string;
  invocations: number | undefined;
  errors: number | undefined;
  throttles: number | undefined;
  averageMillis: number | undefined;
  maximumMillis: number | undefined;
}

export interface Period {
  from: Date;
  to: Date;
  /** Seconds of one data point. */
  step: number;
}

/** Figures of an average are asked for as sum and count: averages of parts do not average to the whole. */
const figures = [
  ["Invocations", "Sum"],
  ["Errors", "Sum"],
  ["Throttles", "Sum"],
  ["Duration", "Sum"],
  ["Duration", "SampleCount"],
  ["Duration", "Maximum"],
] as const;

const HOUR = 3600;
const FIVE_MINUTES = 300;

/**
 * The hours before `end`, on the borders of whole data points as CloudWatch prefers it. Up to a day in steps of five minutes, else of
 * an hour, which CloudWatch keeps longest.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 */
export function periodBefore(end: Date, hours: number): Period {
  const step = hours <= 24 ? FIVE_MINUTES : HOUR;
  const to = Math.ceil(end.getTime() / 1000 / step) * step;
  return { from: new Date((to - hours * HOUR) * 1000), to: new Date(to * 1000), step };
}

export const queriesFor = (functions: string[]): Query[] =>
  functions.flatMap((name, index) =>
    figures.map(([metric, statistic]) => ({
      id: `f${index}_${metric}_${statistic}`,
      function: name,
      metric,
      statistic,
    })),
  );

const total = (values: number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);

/** Puts the data points of all queries, by id, together again. */
export function summarise(functions: string[], points: ReadonlyMap<string, number[]>): FunctionUsage[] {
  return functions.map((name, index) => {
    const of = (figure: string) => points.get(`f${index}_${figure}`) ?? [];
    const time = total(of("Duration_Sum"));
    const count = total(of("Duration_SampleCount"));
    const maxima = of("Duration_Maximum");
    return {
      function: name,
      invocations: total(of("Invocations_Sum")),
      errors: total(of("Errors_Sum")),
      throttles: total(of("Throttles_Sum")),
      averageMillis: time === undefined || !count ? undefined : time / count,
      maximumMillis: maxima.length === 0 ? undefined : Math.max(...maxima),
    };
  });
}
