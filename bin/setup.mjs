// Runs on any Node from 20 on, without packages: installs what is missing, builds the staff app once, finds Node 26.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const stamp = (name) => join(root, "node_modules", `.redress-${name}`);
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const say = (line) => process.stderr.write(`${line}\n`);

/** Stops with one line that says what to do. */
export function fail(line) {
  say(line);
  process.exit(1);
}

/** Installs the packages of the lock file, unless just these are installed already. */
export function install() {
  const wanted = createHash("sha256")
    .update(read(join(root, "package-lock.json")))
    .digest("hex");
  if (read(stamp("installed")) === wanted) return;
  say("Installing packages (once) …");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const npm = (args) =>
    spawnSync("npm", [...args, ...quiet], {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  // A lock made where some other system's packages were missing is refused by `ci`; `install` reads it all the same.
  const exact = npm(["ci"]);
  const done = exact.status === 0 ? exact : npm(["install", "--no-save"]);
  if (done.status !== 0)
    fail(`The packages could not be installed; nothing was started.\n${done.stderr ?? done.error}`);
  writeFileSync(stamp("installed"), wanted);
}

/** Node 26, which brings Temporal and reads TypeScript: our own, or the one that runs this. */
export function findNode() {
  const own = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 26 || (major === 26 && minor >= 10)) return process.execPath;
  return fail(
    `Redress needs Node 26.10 or later on ${process.platform}-${process.arch}; this is ${process.versions.node}. Install it and start again.`,
  );
}

/** Builds the staff app when its sources have changed since it was built. */
export function build() {
  // All of src: which of it the app takes along is the architecture's to say, and hashing all costs nothing.
  const sources = [join(root, "web"), join(root, "src"), join(root, "package-lock.json")].flatMap(files);
  const hash = createHash("sha256");
  for (const path of sources) hash.update(path.slice(root.length)).update(readFileSync(path));
  const wanted = hash.digest("hex");
  if (read(stamp("built")) === wanted && existsSync(join(root, "dist/desk/index.html"))) return;
  say("Building the staff app (once) …");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const built = spawnSync(
    findNode(),
    [vite, "build", "--config", join(root, "web/vite.config.ts"), "--logLevel", "error"],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (built.status !== 0) fail("The staff app could not be built; nothing was started.");
  writeFileSync(stamp("built"), wanted);
}

function files(path) {
  if (!existsSync(path)) return [];
  if (path.endsWith(".json")) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]));
}

/** What Node needs to run our sources as they are, and to start fast the second time. */
export const nodeArguments = [
  "--disable-warning=ExperimentalWarning",
  "--import",
  join(root, "bin/tsx-hook.mjs"),
];

export function environment() {
  const cache = join(root, "node_modules", ".cache", "compiled");
  try {
    mkdirSync(cache, { recursive: true });
  } catch {
    return { ...process.env };
  }
  return { ...process.env, NODE_COMPILE_CACHE: cache };
}

/** Runs a program of Node in our place: input and output are ours, signals go to it, its exit code is ours, it dies with us. */
export function become(command, args, env) {
  const watching = ["--import", join(root, "bin/with-parent.mjs")];
  const stdio = ["inherit", "inherit", "inherit", "pipe"];
  const child = spawn(command, [...watching, ...args], { cwd: process.cwd(), env, stdio });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
  // Under npm, whoever kills npm means us: the shell or service that started it would have told us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 500).unref();
}
