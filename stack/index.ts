/** The areas of the stack. A new one is a folder here and a line in this file. */
export { api } from "./api";
export { cache } from "./cache";
export { data } from "./data";
export { database } from "./database";
export { databaseEvents } from "./databaseEvents";
export { edge } from "./edge";
export { general } from "./general";
export { identity } from "./identity";
export { jobs } from "./jobs";
export { languages } from "./languages";
export { network } from "./network";
export { orders } from "./orders";
export { payments } from "./payments";
export { photos } from "./photos";
export { snapStart } from "./snapStart";
