// Ends this process when its starter is gone: a kill -9 of the starter must not leave it behind on its port.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

// Threads get the arguments of their process too. The line is its alone: a thread that ended would close it.
if (isMainThread) {
  const line = new Socket({ fd: 3 });
  line.on("error", () => {});
  line.on("close", () => process.exit(1));
  line.resume();
  line.unref();
}
