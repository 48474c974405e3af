import { type Catalogue, catalogueOf } from "#modules/imports"
import { modules } from "#modules-list"
import { contributedBy } from "#platform/module"

/** What can be imported into the real modules. */
export const catalogue: Catalogue = catalogueOf({ contributed: contributedBy(modules) })

/** A kind of file by its name. */
export const kindOf = (name: string) => {
  const kind = catalogue.findKind(name)
  if (!kind) throw new Error(`no module imports ${name}`)
  return kind
}
