import { describe, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { catalogue, kindOf, remarksWith } from "#test/importable"
import { openstackNova } from "#test/openstack-nova"
import { openTable } from "./reading.ts"
import { compileRowCheck, detectFormats, guessKind, guessMapping, mappingOf } from "./rules.ts"

/** Opens a file and takes every proposal as it stands, as a person would who presses "next". */
const importAsProposed = async (path: string) => {
  const table = await openTable({ path, fileName: path, knownHeaders: catalogue.knownHeaders })
  if (isRefusal(table)) throw new Error(table.refusal)
  const kind = guessKind(catalogue.kinds, table.headers)[0]?.kind ?? "partners"
  const mapping = mappingOf(
    guessMapping(
      kindOf(kind),
      table.headers,
      table.sample.map(({ cells }) => cells),
    ),
  )
  const { formats, questions } = detectFormats(kindOf(kind), mapping, table.sample)
  const check = compileRowCheck(kindOf(kind), mapping, formats, {}, remarksWith())
  let taken = 0
  let refused = 0
  for await (const { cells, problem } of table.rows)
    if (!problem && check(cells).ok) taken++
    else refused++
  return { kind, mapping, questions, taken, refused }
}

describe("files from the field", () => {
  test.each([
    ["partners.csv", "partners", ["name", "domains", "type", "program", "started_on"]],
    ["activities.csv", "activities", ["partner", "occurred_on", "kind", "person"]],
  ])("%s needs no answer and loses no row", async (name, kind, mapping) => {
    const result = await importAsProposed(`${openstackNova}/${name}`)
    expect(result).toMatchObject({ kind, mapping, questions: [], refused: 0 })
    expect(result.taken).toBeGreaterThan(20)
  })
})
