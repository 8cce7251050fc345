import { readReports } from "../../../policy/constraints/reported/page";
import { checked } from "../measured/checked";
import { services } from "./services";

describe("facts from bug reports", () => {
  for (const [service, reports] of readReports()) {
    const outcomes = Object.fromEntries(Object.entries(reports).map(([name, { outcome }]) => [name, outcome]));
    checked(service, outcomes, services[service] ?? {});
  }
});
