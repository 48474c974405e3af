import type { Download } from "#core/endpoint"
import type { Id } from "#core/ids"
import { refuse } from "#core/refusal"
import { takenDown } from "#modules/documents"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { personalDataExported } from "./events.ts"
import { writePersonalData } from "./exporting.ts"
import { mayReadPersonalData, mayTakeOwnData } from "./policy.ts"
import { findPerson, type KnownPerson } from "./store.ts"

const documentOf = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  person: readonly KnownPerson[],
  filter: Readonly<Record<string, unknown>>,
  { partnershipId, themselves }: Readonly<{ partnershipId?: Id; themselves?: string }> = {},
): Promise<Download> => {
  const fileName = `personal-data-${tx.today}.json`
  const made = await writePersonalData(tx, platform, person, themselves)
  const audience = tx.actor.side === "host" ? "host" : "shared"
  // By id: the ledger needs no other word for whose data was taken.
  const taken = { subjectId: tx.actor.workspaceId, name: fileName, form: "json", audience, filter } as const
  const within = partnershipId === undefined ? taken : { ...taken, partnershipId }
  return { fileName, content: takenDown(personalDataExported, within, async () => made) }
}

const ofPerson = action(contract.exportPersonalData, {
  load: (tx, { person }) => findPerson(tx, person),
  may: mayReadPersonalData,
  act: ({ tx, platform }, person) => documentOf(tx, platform, person, { person: person.map(({ id }) => id) }),
})

const own = action(contract.exportOwnData, {
  load: nothing,
  may: mayTakeOwnData,
  act: async ({ tx, actor, platform }) => {
    if (actor.kind === "system") return documentOf(tx, platform, [], { own: true })
    const { userId } = actor
    const id = actor.kind === "member" ? actor.memberId : actor.partnerUserId
    // A company's people do not see the host's list of them: they are then known by their account alone.
    const bare: KnownPerson = {
      ...{ kind: actor.kind === "member" ? "member" : "partner_user", id, userId, role: actor.role },
      ...{ name: "", email: null, organizationId: actor.kind === "member" ? null : actor.organizationId },
      isErased: false,
    }
    const found = (await findPerson(tx, id)) ?? [bare]
    // Somebody else's account is somebody else's data, whatever address it has.
    const themselves = found.filter((known) => known.userId === null || known.userId === userId)
    if (actor.kind === "member") return documentOf(tx, platform, themselves, { own: true }, { themselves: userId })
    // A company's side writes down within a partnership, whichever it is; what cannot be written down is not handed out.
    const [partnershipId] = actor.partnershipIds
    if (partnershipId === undefined) return refuse("no-partnership")
    return documentOf(tx, platform, themselves, { own: true }, { partnershipId, themselves: userId })
  },
})

export const exportActions = [ofPerson, own]
