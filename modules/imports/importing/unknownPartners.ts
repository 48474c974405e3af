import { visibleLine } from "#core/visibleText"
import { openPartners, partnerField } from "#modules/partnerships"
import type { ImportContext } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import type { UnknownPartner } from "#rules/partnerships"
import type { Catalogue } from "../catalogue.ts"
import { collectRemarks, type Mapping } from "../rules.ts"
import { countingBulk } from "../store.ts"
import type { OpenFile } from "./openFile.ts"
import { openImportContext } from "./openImportContext.ts"

/** The names that no partner has, among the rows that a run has read. */
export const unknownPartnersOf = async (
  context: ImportContext,
  mapping: Mapping,
): Promise<readonly UnknownPartner[]> =>
  mapping.includes(partnerField.key) ? (await context.shared(openPartners)).unknownPartners() : []

/** The names that no partner has, among the first rows of a file; what was decided about them does not hide them. */
export const unknownPartnersIn = async (
  tx: WorkspaceTx,
  { tables, remarks }: Catalogue,
  { sample, plan }: OpenFile,
): Promise<readonly UnknownPartner[]> => {
  const column = plan.mapping.indexOf(partnerField.key)
  if (column < 0) return []
  const context = await openImportContext(tx, {}, countingBulk(tables), collectRemarks(remarks, {}))
  const { partnershipOf, unknownPartners } = await context.shared(openPartners)
  for (const { cells, problem } of sample) {
    const name = visibleLine(cells[column] ?? "")
    if (name !== "" && !problem) partnershipOf({ [partnerField.key]: name })
  }
  return unknownPartners()
}
