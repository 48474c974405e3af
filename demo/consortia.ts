import type { PartnerUser, System } from "#core/actor"
import type { Id } from "#core/ids"
import { seededRandom } from "#core/stats/seededRandom"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import type { Say } from "#platform/texts"
import type { Tx } from "#platform/tx"
import type { Role } from "./cast.ts"
import { type Colleague, castPeople } from "./people.ts"
import { promisesOf } from "./promises.ts"
import * as store from "./store.ts"
import * as story from "./story.ts"

/** A company that takes part in a consortium beside the leading one, and how it lives by its promises. */
type Member = Readonly<{ name: string; domain: string; story: story.Story; note: string }>

/** What the leading company writes down for itself, and the companies beside it. */
const consortia: Readonly<Record<string, Readonly<{ leadingNote: string; members: readonly Member[] }>>> = {
  "Open Grid Initiative": {
    leadingNote: "Voltaic has not sent a cost report for months. We will not carry their share for another year.",
    members: [
      {
        name: "Voltaic Energy",
        domain: "voltaic.example",
        story: story.letsGoFirst(60),
        note: "The board looks at leaving the grid business. Keep reports short until that is decided.",
      },
      {
        name: "Rhine Utilities",
        domain: "rhineutilities.example",
        story: story.healthy(),
        note: "We could take over Voltaic's work package, at a price. Ask only when asked.",
      },
    ],
  },
  "Secure Identity Forum": {
    leadingNote: "Trustmark wants the chair of the board next year. Find out why before it is put to the vote.",
    members: [
      {
        name: "Passkey Labs",
        domain: "passkeylabs.example",
        story: story.healthy(),
        note: "Our delegate changes in spring; tell the others once the successor has signed.",
      },
      {
        name: "Trustmark",
        domain: "trustmark.example",
        story: story.healthy(),
        note: "We prefer quarterly board meetings. Raise it with Passkey Labs first.",
      },
    ],
  },
}

type Recorded = Readonly<{
  partnershipId: Id
  agreementId: Id
  startedOn: PlainDate
  today: PlainDate
  seed: number
  owner: Colleague & Readonly<{ sponsor: Colleague }>
  say: Say
  weekDate: (week: number) => PlainDate
}>

/** Writes the further companies of a consortium: the people who stand for each, and its own promises with what became of them. */
export const recordMembers = async (tx: Tx<System>, role: Role, recorded: Recorded): Promise<void> => {
  const consortium = consortia[role.name]
  if (consortium === undefined) return
  const { partnershipId, agreementId, startedOn, today, seed, owner, say, weekDate } = recorded
  for (const [index, { note: _, ...member }] of consortium.members.entries()) {
    const own = { ...role, ...member }
    const organizationId = await store.insertParty(tx, partnershipId, member, startedOn)
    const random = seededRandom(seed + 5 + index)
    const people = castPeople(own, organizationId, owner, startedOn, weekDate, random)
    const isTheirs = (each: { organizationId: Id | null }) => each.organizationId !== null
    await store.insertContacts(tx, people.contacts.filter(isTheirs))
    await store.insertAssignments(tx, partnershipId, people.assignments.filter(isTheirs))
    const { commitments } = promisesOf(own, say, { startedOn, today, random })
    const theirs = commitments.filter(({ owedBy }) => owedBy === "partner")
    await store.insertCommitments(tx, { partnershipId, organizationId, agreementId }, theirs)
  }
}

/**
 * What each company keeps to itself, written as one of its own people: nobody else may, and nobody else may read it. So each is
 * a transaction of its own, and one that finds its note is done.
 */
export const keepNotes = async ({ transact }: Platform, system: System): Promise<void> => {
  for (const [name, { leadingNote, members }] of Object.entries(consortia)) {
    const partnershipId = await transact(system, (tx) => store.findPartnership(tx, name))
    if (partnershipId === undefined) continue
    for (const company of [{ name, note: leadingNote }, ...members]) {
      const organizationId = await transact(system, (tx) => store.organizationOf(tx, company.name))
      if (organizationId === undefined) continue
      await transact(colleagueOf(system, organizationId, partnershipId), (tx) =>
        keepNote(tx, partnershipId, company.note),
      )
    }
  }
}

const colleagueOf = ({ workspaceId, timeZone }: System, organizationId: Id, partnershipId: Id): PartnerUser => {
  const id = newId()
  return {
    ...{ kind: "partner-user", side: "partner", workspaceId, timeZone, role: "partner_admin" },
    ...{ userId: id, partnerUserId: id, organizationId, partnershipIds: [partnershipId] },
  }
}

const keepNote = async ({ db, actor, now }: Tx<PartnerUser>, partnershipId: Id, body: string): Promise<void> => {
  const { workspaceId, organizationId: privateTo } = actor
  const known = await db
    .selectFrom("note")
    .select("id")
    .where("workspaceId", "=", workspaceId)
    .where("partnershipId", "=", partnershipId)
    .where("privateTo", "=", privateTo)
    .where("body", "=", body)
    .executeTakeFirst()
  if (known) return
  await db
    .insertInto("note")
    .values({
      ...{ workspaceId, id: newId(), partnershipId, body, privateTo },
      ...{ authorId: actor.userId, authorName: "A colleague", createdAt: now },
    })
    .execute()
}
