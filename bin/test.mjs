// `npm test`: everything, in the order in which a mistake is cheapest to find. `npm test -- word …` runs matching test files.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, environment, findNode, install, nodeArguments, root } from "./setup.mjs";

const patterns = process.argv.slice(2);
let passed = 0;
let failed = 0;

install();
const node = findNode();
const bin = (name) => join(root, "node_modules", name);
const path = `${join(root, "node_modules/.bin")}:${process.env.PATH}`;

function step(name, command, args) {
  const begun = performance.now();
  const done = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const good = done.status === 0;
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? "✔" : "✖"} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (!good) console.log(`${done.stdout}${done.stderr}${done.error ?? ""}`);
}

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  process.env.CHROMIUM ?? "",
];
const here = (paths) => paths.some((path) => path !== "" && existsSync(path));

/** What the tests use besides npm's packages, from Debian, where we may install it. */
const tools = [
  {
    name: "Chromium",
    packages: ["chromium", "fonts-dejavu-core"],
    paths: browsers,
    stories: "browser stories",
  },
  {
    name: "Dovecot",
    packages: ["dovecot-imapd"],
    paths: ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"],
    stories: "tests of collecting mail",
  },
];

function installTool({ name, packages, paths, stories }) {
  if (here(paths)) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.log(
      `! There is no ${name} and it cannot be installed from here: the ${stories} will fail. Install Debian's package ${packages[0]}.`,
    );
    return;
  }
  console.log(`Installing ${name} (once) …`);
  const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const get = () =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], quiet).status === 0;
  if (!get()) {
    spawnSync("apt-get", ["update"], quiet);
    if (!get()) console.log(`! ${name} could not be installed: the ${stories} will fail.`);
  }
}

if (patterns.length === 0) {
  step("types, server", node, [bin("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json"]);
  step("types, staff app", node, [bin("typescript/bin/tsc"), "--noEmit", "-p", "web/tsconfig.json"]);
  step("lint", node, [bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]);
  step("format", node, [bin("oxfmt/bin/oxfmt"), "--check", "."]);
  step("staff app builds", node, [
    bin("vite/bin/vite.js"),
    "build",
    "--config",
    "web/vite.config.ts",
    "--logLevel",
    "error",
  ]);
  for (const tool of tools) installTool(tool);
} else build();

const files = ["src", "web", "test"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${String(file)}`),
  )
  .filter(
    (file) =>
      /\.test\.tsx?$/.test(file) && (patterns.length === 0 || patterns.some((each) => file.includes(each))),
  )
  .toSorted();
if (files.length === 0) console.log(`no test file has "${patterns.join('" or "')}" in its name`);
const ran = spawnSync(node, [...nodeArguments, join(root, "test/run.ts"), ...files], {
  cwd: root,
  env: { ...environment(), PATH: path },
  encoding: "utf8",
  stdio: ["ignore", "inherit", "inherit", "pipe"],
});
const [good, bad] = /^(\d+) (\d+)$/m
  .exec(ran.output[3] ?? "")
  ?.slice(1)
  .map(Number) ?? [0, 1];
passed += good;
failed += bad;
if (ran.status !== 0 && bad === 0) failed += 1;

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
