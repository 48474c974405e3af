import type { Answers } from "#core/importable/remark"
import { type Catalogue, catalogueOf } from "#modules/imports"
import { modules } from "#modules-list"
import { contributedBy } from "#platform/module"
import { collectRemarks } from "#rules/imports"

/** What can be imported into the real modules. */
export const catalogue: Catalogue = catalogueOf({ contributed: contributedBy(modules) })

/** A kind of file by its name. */
export const kindOf = (name: string) => {
  const kind = catalogue.findKind(name)
  if (!kind) throw new Error(`no module imports ${name}`)
  return kind
}

/** Gathers what the reading of a file tells. */
export const remarksWith = (answers: Answers = {}) => collectRemarks(catalogue.remarks, answers)
