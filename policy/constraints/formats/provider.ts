import { parseDailyWindow, parseWeeklyWindow } from "../../../limits/windows";
import { textFormat } from "./format";

/** Any ARN; the provider takes an empty text for none. */
export const arn = textFormat((text) =>
  text === "" || /^arn:aws(-[a-z]+)*:[^:]+:[^:]*:[^:]*:.+$/s.test(text)
    ? undefined
    : { takes: "an ARN, arn:partition:service:region:account:resource" },
);

/** A window of every day, of any length. */
export const dailyWindow = textFormat((text) =>
  text === "" || parseDailyWindow(text) ? undefined : { takes: "hh24:mi-hh24:mi such as 03:00-04:00" },
);

/** A window of every week, of any length. */
export const weeklyWindow = textFormat((text) =>
  text === "" || parseWeeklyWindow(text) ? undefined : { takes: "ddd:hh24:mi-ddd:hh24:mi such as sun:04:30-sun:05:30" },
);
