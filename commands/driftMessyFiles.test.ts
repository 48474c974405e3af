import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runCommand } from "#test/command"
import { register } from "./drift.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keelson-drift-"))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  await writeFile(path, lines.join("\n"))
  return path
}
const run = (...args: string[]) => runCommand(register, "drift", ...args)

const weeks = Array.from({ length: 60 }, (_, week) =>
  new Date(Date.UTC(2025, 0, 5 + 7 * week)).toISOString().slice(0, 10),
)
const told = async (name: string, lines: readonly string[], ...args: string[]) => {
  const { out, err, code } = await run("--signals", await file(name, lines), "--format", "json", ...args)
  return { code, err, found: out === "" ? [] : (JSON.parse(out) as { partnership: string }[]) }
}

test.each([
  ["de.csv", "Partner;Typ;Kennzahl;Seite;Woche;Wert", ";partnerseite;"],
  ["fr.csv", "Partenaire;Type;Indicateur;Côté;Semaine;Valeur", ";partenaire;"],
  ["es.csv", "Empresa;Tipo;Indicador;Lado;Semana;Valor", ";socio;"],
  ["pt.csv", "Parceiro;Tipo;Indicador;Lado;Semana;Valor", ";parceiro;"],
  ["ja.csv", "会社名;Type;指標;側;週;値", ";パートナー;"],
])("%s: columns are known by their names in other languages", async (name, names, side) => {
  const { code, err, found } = await told(name, [names, ...weeks.map((week) => `Acme;isv;leads${side}${week};3`)])
  expect([code, found.length], err).toEqual([0, 1])
})

test("one partner and one signal in other capitals are one, and told once", async () => {
  const rows = weeks.map((week, at) =>
    at % 2 === 0 ? `Acme,isv,registrations,partner,${week},3` : `ACME ,isv,Registrations,partner,${week},3`,
  )
  const { err, found } = await told("capitals.csv", ["partnership,type,signal,side,week,value", ...rows])
  expect(found.map(({ partnership }) => partnership)).toEqual(["Acme"])
  expect(err.match(/is read as/g)).toHaveLength(2)
})

test("weeks to come are nobody's: they are named, not used, and move no day", async () => {
  const next = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  const rows = [...weeks, next].map((week) => `Acme,isv,leads,partner,${week},3`)
  const path = await file("future.csv", ["partnership,type,signal,side,week,value", ...rows])
  const { out, err } = await run("--signals", path)
  expect(err).toContain(`week is ${next}, which is still to come`)
  expect(out).toMatch(/as of 2026-02-23/)
})

test("of rows that cannot be used for one reason five are named, the others counted", async () => {
  const rows = weeks.map((week) => `Acme,isv,leads,partner,${week} to Sunday,3`)
  const { code, err } = await told("ranges.csv", ["partnership,type,signal,side,week,value", ...rows])
  expect(code).toBe(2)
  expect(err.trim().split("\n")).toHaveLength(7)
  expect(err).toContain('55 more like "week is "2025-01-05 to Sunday"')
})

test.each([
  ["a column that the file does not have", ["--column", "week=Woche"], /has no column "Woche" for --column week/],
  ["a sheet of a text", ["--sheet", "Tabelle1"], /is a text and has no sheet “Tabelle1”/],
  ["a value that nothing holds", ["--column", "n=value"], /No column is mapped to Value/],
])("%s: exit code 2 and one sentence", async (_, args, sentence) => {
  const rows = weeks.map((week) => `Acme,isv,leads,partner,${week},3`)
  const { code, err } = await told("plain.csv", ["partnership,type,signal,side,week,value", ...rows], ...args)
  expect(code).toBe(2)
  expect(err).toMatch(sentence)
})

test("a file that holds no value says nothing; a day after its end says so", async () => {
  const rows = (value: string) => weeks.map((week) => `Acme,isv,leads,partner,${week},${value}`)
  const names = "partnership,type,signal,side,week,value"
  expect((await told("nothing.csv", [names, ...rows("")])).code).toBe(2)
  const later = await told("later.csv", [names, ...rows("3")], "--as-of", "2026-09-01")
  expect(later.err).toMatch(/the file ends before 2026-02-23; of the weeks from there to 2026-09-01 nothing is known/)
})
