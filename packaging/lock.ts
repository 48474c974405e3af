import { readFileSync } from "node:fs"

/** One installed package as the lock file describes it. */
export type Locked = Readonly<{
  path: string
  name: string
  version: string
  /** SPDX, as the package's own manifest says; undefined where it says nothing. */
  license: string | undefined
  integrity: string | undefined
  /** Only for building and testing Keelson: nobody who runs it has it. */
  isDev: boolean
  dependencies: readonly string[]
}>

type Entry = Readonly<{
  name?: string
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}>

/** What is installed, by the path below the project's folder. */
export const readLock = (): ReadonlyMap<string, Locked> => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> }
  const all = Object.entries(packages).map(([path, entry]) => [path, lockedOf(path, entry)] as const)
  return new Map(all)
}

const lockedOf = (path: string, entry: Entry): Locked => ({
  path,
  name: entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
  version: entry.version ?? "",
  license: entry.license,
  integrity: entry.integrity,
  isDev: entry.dev === true,
  dependencies: Object.keys({ ...entry.devDependencies, ...entry.dependencies, ...entry.optionalDependencies }),
})

/** Where Node finds a package from inside another one, nearest first. */
export const foundFrom = (lock: ReadonlyMap<string, Locked>, name: string, path: string): Locked | undefined => {
  const near = lock.get(path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`)
  if (near || path === "") return near
  return foundFrom(lock, name, path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))))
}

/** What whoever runs Keelson has on disk, each name and version once. */
export const shipped = (lock: ReadonlyMap<string, Locked>): readonly Locked[] => {
  const running = [...lock.values()].filter(({ path, isDev }) => path !== "" && !isDev)
  const once = new Map(running.map((each) => [`${each.name}@${each.version}`, each]))
  return [...once.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
}
