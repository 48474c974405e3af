import { mkdirSync, writeFileSync } from "node:fs"
import { foundFrom, type Locked, readLock } from "./lock.ts"

/**
 * The software bill of materials, CycloneDX 1.6: every package of the lock file with its hash, licence and what it needs. Made of
 * the lock file alone, so that the same one says the same, without a network. Written by `npm run sbom`.
 */
export const billOfMaterials = () => {
  const lock = readLock()
  const own = lock.get("") as Locked
  const all = [...lock.values()].filter(({ path }) => path !== "")
  // The same name and version may lie in several folders, there with other neighbours.
  const components = new Map<string, ReturnType<typeof componentOf>>()
  for (const each of all)
    if (!components.has(nameOf(each)) || !each.isDev) components.set(nameOf(each), componentOf(each))
  const needs = new Map<string, Set<string>>()
  for (const each of lock.values()) {
    const found = each.dependencies.flatMap((name) => foundFrom(lock, name, each.path) ?? [])
    const known = needs.get(nameOf(each)) ?? new Set()
    for (const one of found) known.add(nameOf(one))
    needs.set(nameOf(each), known)
  }
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": nameOf(own),
        name: own.name,
        version: own.version,
        licenses: licensesOf(own),
      },
    },
    components: [...components.values()],
    dependencies: [...needs].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort() })),
  }
}

/** A package's address in any registry (purl). */
const nameOf = ({ name, version }: Locked): string => `pkg:npm/${name.replace("@", "%40")}@${version}`

const componentOf = (each: Locked) => ({
  type: "library",
  "bom-ref": nameOf(each),
  name: each.name,
  version: each.version,
  purl: nameOf(each),
  scope: each.isDev ? "excluded" : "required",
  hashes: (each.integrity ?? "").split(" ").flatMap(hashOf),
  licenses: licensesOf(each),
})

const algorithms: Readonly<Record<string, string>> = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha384: "SHA-384",
  sha512: "SHA-512",
}

const hashOf = (integrity: string) => {
  const [algorithm = "", hash = ""] = integrity.split(/-(.*)/)
  const alg = algorithms[algorithm]
  return alg ? [{ alg, content: Buffer.from(hash, "base64").toString("hex") }] : []
}

const licensesOf = ({ license }: Locked) => (license ? [{ expression: license }] : [])

if (import.meta.main) {
  mkdirSync("dist", { recursive: true })
  writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(billOfMaterials(), null, 2)}\n`)
  console.log("dist/sbom.cdx.json")
}
