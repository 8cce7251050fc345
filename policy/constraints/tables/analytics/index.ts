import { type TypeRows } from "../../schema";
import { athena } from "./athena";
import { batch } from "./batch";
import { emr } from "./emr";
import { glue } from "./glue";
import { kafka } from "./kafka";
import { redshift } from "./redshift";

/** Jobs, queries and streams of data. */
export const analytics: readonly TypeRows[] = [athena, batch, emr, glue, kafka, redshift].flat();
