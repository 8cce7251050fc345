import { type TypeRows } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

/** What Neptune Analytics and elastic clusters of DocumentDB refuse. */
export const graphs: readonly TypeRows[] = [
  {
    type: "aws:neptunegraph/graph:Graph",
    source: page("neptune-analytics/latest/apiref/API_CreateGraph"),
    rows: [
      at(
        "graphName",
        "a graph has small letters, digits and hyphens, the first a letter, and no two hyphens in a row",
        { pattern: "^(?!g-)[a-z](?!.*--)[a-z0-9-]*$" },
        "orders",
        "Orders",
      ),
      at(
        "vectorSearchConfiguration.vectorSearchDimension",
        "a vector has 1 to 65,536 dimensions",
        { minimum: 1, maximum: 65_536 },
        65_536,
        65_537,
      ),
    ],
  },
  {
    type: "aws:docdb/elasticCluster:ElasticCluster",
    source: page("documentdb/latest/developerguide/API_elastic_CreateCluster"),
    rows: [
      at(
        "preferredMaintenanceWindow",
        "a window of maintenance is 30 minutes or longer",
        { format: "maintenanceWindow" },
        "sun:05:00-sun:05:30",
        "sun:05:00-sun:05:15",
      ),
    ],
  },
];
