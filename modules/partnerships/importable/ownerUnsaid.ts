import type { Id } from "#core/ids"
import { memberNow } from "#modules/workspaces"
import type { ImportContext } from "#platform/importable"

/** Who owns a new partnership of which the file names no owner; told by the partner's name. */
export type OwnerUnsaid = (name: string) => Id | undefined

/** Whoever imports owns what would have no owner, unless they say otherwise; nobody does where no member asked for the import. */
export const ownerUnsaid = async ({ tx, remarks }: ImportContext): Promise<OwnerUnsaid> => {
  const { actor } = tx
  const importer = "userId" in actor && actor.userId ? await memberNow(tx, actor.userId) : undefined
  return (name) => {
    if (!importer) return undefined
    remarks.tell("owner-unsaid", { text: name })
    return remarks.answerTo("owner-unsaid", {}) === "importer" ? importer.memberId : undefined
  }
}
