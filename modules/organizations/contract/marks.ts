import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { markKinds } from "#rules/organizations"

/** One thing by which files know a company. */
const mark = z.object({
  /** Absent where it stands in the company's own record and goes by an edit of that. */
  id: idShape.nullable(),
  kind: z.enum(markKinds),
  value: z.string(),
  /** The import that brought it; none where a person entered it. */
  importId: idShape.nullable(),
  addedAt: instantShape,
})
export type MarkForHost = z.output<typeof mark>

export const listMarks = endpoint("GET", "/organizations/:organization/marks", {
  summary:
    "By what imports know a company: ids of other systems, web domains and further names, and where each comes from.",
  reads: ["organizations"],
  params: { organization: idShape },
  output: z.object({ items: z.array(mark), abilities: z.object({ remove: abilityShape }) }),
  refusals: roleMayNot,
})

export const removeMark = endpoint("DELETE", "/organizations/:organization/marks/:mark", {
  summary:
    "Takes away what a company is known by beside its own record. The next file that says so may bring it again.",
  changes: ["organizations"],
  params: { organization: idShape, mark: idShape },
  output: z.object({ id: idShape }),
  refusals: roleMayNot,
})
