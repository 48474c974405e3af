import { readdirSync, readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { expect, test } from "vitest"
import { complaintOf, exceptions, notPermissive } from "./licences.ts"
import { type Locked, readLock, shipped } from "./lock.ts"
import { notice } from "./notice.ts"
import { billOfMaterials } from "./sbom.ts"

const lock = readLock()
const all = [...lock.values()].filter(({ path }) => path !== "")

test("everything that ships is permissive, or an exception with a reason", () => {
  expect(shipped(lock).length).toBeGreaterThan(300)
  expect(shipped(lock).flatMap((each) => complaintOf(each) ?? [])).toEqual([])
})

test("a licence that binds is found, alone or beside a permissive one; a choice may be made", () => {
  expect(complaintOf({ name: "somebody's", license: "AGPL-3.0-only" })).toContain("AGPL-3.0-only")
  expect(complaintOf({ name: "somebody's", license: "(MIT AND GPL-3.0-or-later)" })).toContain("GPL-3.0-or-later")
  expect(complaintOf({ name: "somebody's", license: undefined })).toContain("names no licence")
  expect(complaintOf({ name: "somebody's", license: "SEE LICENSE IN LICENSE" })).toBeDefined()
  expect(complaintOf({ name: "somebody's", license: "OFL-1.1" })).toBeDefined()
  expect(notPermissive("(MIT OR GPL-3.0-or-later)")).toEqual([])
})

test("no exception outlives what it was made for", () => {
  const idle = exceptions.filter(
    ({ packages, license }) =>
      !shipped(lock).some((each) => packages.test(each.name) && notPermissive(each.license ?? "").includes(license)),
  )
  expect(idle).toEqual([])
})

test("NOTICE is what `npm run notice` writes, and names the data and the fonts", () => {
  expect(readFileSync("NOTICE", "utf8")).toBe(notice())
  expect(notice()).toMatch(/date-holidays \(CC-BY-3\.0\)\n.*Wikipedia/)
  expect(notice()).toMatch(/OFL-1\.1\)\n.*Noto Sans/)
})

/** The packages that source files name, beside tests and what only tests use. */
const importedBy = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|ForTests|fixture/.test(name))
    .flatMap((name) => [
      ...readFileSync(`${folder}/${name}`, "utf8").matchAll(/^(?:import|export) (?!type )[^"`;]*?from "([^".#:]+)"/gm),
    ])
    .map(([, from = ""]) =>
      from
        .split("/")
        .slice(0, from.startsWith("@") ? 2 : 1)
        .join("/"),
    )
    .filter((name) => !isBuiltin(name))

test("what runs or is built into the web is no development dependency", () => {
  const imported = new Set(["core", "platform", "modules", "commands", "demo", "web"].flatMap(importedBy))
  expect([...imported]).toEqual(expect.arrayContaining(["react", "fastify", "better-auth", "@mantine/core"]))
  expect([...imported].filter((name) => lock.get(`node_modules/${name}`)?.isDev !== false)).toEqual([])
})

test("the bill of materials lists each package with a strong hash, and what needs what, all of it known", () => {
  const bill = billOfMaterials()
  const refs = new Set(bill.components.map((each) => each["bom-ref"]))
  expect(refs.size).toBe(new Set(all.map(({ name, version }) => `${name}@${version}`)).size)
  expect(bill.components.filter(({ hashes }) => !hashes.some(({ alg }) => alg === "SHA-512"))).toEqual([])
  const fastify = lock.get("node_modules/fastify") as Locked
  const needed = bill.dependencies.find(({ ref }) => ref === `pkg:npm/fastify@${fastify.version}`)?.dependsOn ?? []
  expect(needed.length).toBe(fastify.dependencies.length)
  expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
  const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component["bom-ref"])
  expect(own?.dependsOn).toContain(`pkg:npm/fastify@${fastify.version}`)
  expect(JSON.stringify(bill)).not.toMatch(/https?:\/\/(?!cyclonedx\.org)/)
})

test("nothing of ours names a registry, and packages are installed as locked", () => {
  for (const file of ["package.json", ".npmrc", "bootstrap.mjs"])
    expect(/https?:|registry\s*=/.test(readFileSync(file, "utf8")), file).toBe(false)
  expect(/"resolved"/.test(readFileSync("package-lock.json", "utf8"))).toBe(false)
  expect(readFileSync("bootstrap.mjs", "utf8")).toMatch(/"npm", \["ci"/)
  expect(readFileSync("bootstrap.mjs", "utf8")).not.toMatch(/\["(install|i|update)"/)
})
