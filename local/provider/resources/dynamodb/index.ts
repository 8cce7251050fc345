export { ResourcePolicy } from "./resourcePolicy";
export { Table } from "./table";
