#!/usr/bin/env node
import { join } from "node:path";
import { become, build, environment, findNode, install, nodeArguments, root } from "./setup.mjs";

const [command = "all", ...words] = process.argv.slice(2);
install();
if (["all", "serve", "demo"].includes(command)) build();
become(findNode(), [...nodeArguments, join(root, "src/main.ts"), command, ...words], environment());
