// Runs a file of Keelson on the Node 24 that came with the packages. Plain JavaScript: the Node that reads it may be 20.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL(".", import.meta.url))

const wanted = 24
const bundled = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")

/** Ends with one sentence that says what to do. */
export const exitWith = (sentence) => {
  console.error(`keelson: ${sentence}`)
  process.exit(1)
}

/** The bundled Node, else the one that runs this when it is new enough. */
export const findNode = () => {
  if (existsSync(bundled)) return bundled
  return Number(process.versions.node.split(".")[0]) >= wanted ? process.execPath : undefined
}

/** Node's room for new objects grows with the machine's memory, to 128 MiB here where a server needs 32: it is held to that. */
const flags = ["--max-semi-space-size=16"]

/** Runs a script to its end and ends with its exit code; passes SIGINT and SIGTERM on. */
export const run = (script, args) => {
  const node = findNode() ?? exitWith("Node 24 is not installed yet: run `npm start` once in Keelson's own folder.")
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`
  // A group of its own: Ctrl-C in a terminal reaches the child through us only, hence once.
  const child = spawn(node, [...flags, join(root, script), ...args], {
    stdio: "inherit",
    detached: process.platform !== "win32",
    env: { ...process.env, PATH: path },
  })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, passOn(child, signal))
  endWithNpm(child)
  child.on("error", (fault) =>
    exitWith(`Node 24 could not be started (${fault.message}): remove node_modules and run again.`),
  )
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)))
}

/** npm and the terminal may both send the same Ctrl-C; a second one after a moment is a person's. */
const passOn = (child, signal) => {
  let lastAt = 0
  return () => {
    if (Date.now() - lastAt > 1000) child.kill(signal)
    lastAt = Date.now()
  }
}

/** npm ends at SIGTERM without passing it on through the shell it puts between: what it started would run on unseen. */
const endWithNpm = (child) => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    child.kill("SIGTERM")
  }, 500)
  watching.unref()
}
