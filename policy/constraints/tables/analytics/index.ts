import { type TypeRows } from "../../schema";
import { applications } from "./applications";
import { athena } from "./athena";
import { batch } from "./batch";
import { batchContainers } from "./batchContainers";
import { batchEnvironments } from "./batchEnvironments";
import { batchJobs } from "./batchJobs";
import { batchPods } from "./batchPods";
import { batchTasks } from "./batchTasks";
import { brokers } from "./brokers";
import { emr } from "./emr";
import { flink } from "./flink";
import { glue } from "./glue";
import { glueCatalog } from "./glueCatalog";
import { glueJobs } from "./glueJobs";
import { kafka } from "./kafka";
import { kafkaParts } from "./kafkaParts";
import { kafkaReplicators } from "./kafkaReplicators";
import { kafkaSettings } from "./kafkaSettings";
import { redshift } from "./redshift";
import { warehouses } from "./warehouses";

/** Jobs, queries, streams and applications of data. */
export const analytics: readonly TypeRows[] = [
  ...applications,
  ...athena,
  ...batch,
  ...batchContainers,
  ...batchEnvironments,
  ...batchJobs,
  ...batchPods,
  ...batchTasks,
  ...brokers,
  ...emr,
  ...flink,
  ...glue,
  ...glueCatalog,
  ...glueJobs,
  ...kafka,
  ...kafkaParts,
  ...kafkaSettings,
  ...kafkaReplicators,
  ...redshift,
  ...warehouses,
];
