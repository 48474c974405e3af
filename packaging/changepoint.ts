import { spawnSync } from "node:child_process"
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"

/**
 * Makes `keelson/changepoint` a package of its own in a folder: plain JavaScript and types for anyone's Node or browser,
 * without the dependencies of the product around it. `npm pack` and `npm publish` take the folder as it is.
 */
export const packageChangepoint = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  const compiler = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.changepoint.json", "--outDir", folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, compiler, { encoding: "utf8" })
  if (status !== 0) throw new Error(`core/changepoint was not compiled:\n${stdout}${stderr}`)
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (/\.(js|d\.ts)$/.test(name)) nameByPath(folder, join(folder, name))
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`)
  // The pages it links to are not in the package.
  const page = readFileSync("docs/changepoint.md", "utf8").replaceAll(/\[([^\]]+)\]\([^)]+\.md\)/g, "$1")
  writeFileSync(join(folder, "README.md"), page)
  copyFileSync("LICENSE", join(folder, "LICENSE"))
}

/** `#core/stats/x` is a name of this project only; in the package it is a file beside. */
const nameByPath = (folder: string, file: string): void => {
  const pathOf = (name: string): string => {
    const path = relative(dirname(file), join(folder, `${name}.js`)).replaceAll(sep, "/")
    return path.startsWith(".") ? path : `./${path}`
  }
  const source = readFileSync(file, "utf8")
  writeFileSync(
    file,
    source.replaceAll(/(?<=from ")#core\/([^"]+)/g, (_, name: string) => pathOf(name)),
  )
}

const manifest = () => {
  const { name, version, license, type } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, string>
  return {
    name,
    version,
    description: "When did a series of numbers change, and how sure are we? Exact Bayesian change points and onsets.",
    license,
    type,
    sideEffects: false,
    engines: { node: ">=20" },
    exports: { "./changepoint": { types: "./changepoint/index.d.ts", default: "./changepoint/index.js" } },
  }
}

if (import.meta.main) packageChangepoint("dist/changepoint")
