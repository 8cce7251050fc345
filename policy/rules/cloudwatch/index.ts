export * from "./alarm-actions";
export * from "./alarm-datapoints";
export * from "./alarm-period";
export * from "./alarm-window";
