import { readMutants } from "./reading.ts";

readMutants(1);
