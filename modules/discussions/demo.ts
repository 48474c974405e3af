import { seededRandom } from "#core/stats/seededRandom"
import { addDays, startOfDayIn } from "#core/time"
import type { DemoChapter, DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { ThreadOf } from "./store.ts"
import { insertComment, lockThread, saveThread } from "./store.ts"

/** Who speaks, how many days ago, and what is said. */
type Line = Readonly<{ by: "us" | "them"; daysAgo: number; body: string }>
type Script = readonly Line[]

const us = (daysAgo: number, body: string): Line => ({ by: "us", daysAgo, body })
const them = (daysAgo: number, body: string): Line => ({ by: "them", daysAgo, body })

/** What both sides talk about, and what ours say among themselves. Each script is one thread. */
const shared: readonly Script[] = [
  [
    them(12, "Our new sales team starts on the first. Can they join the product training, or is there a recording?"),
    us(11, "Both. The next training is on Thursday at ten; the recording is here: https://learn.{{site}}/start"),
    them(11, "Seven of them will come. Thank you!"),
    us(3, "How did it go? Two of your people asked about prices, I would rather answer that to all of you at once."),
  ],
  [
    us(20, "We would like to move the steering meeting to the second Tuesday of the month. Does that suit you?"),
    them(
      18,
      "Second Tuesday is fine, but not before eleven.\nPlease send the figures two days ahead, our controller reads slowly.",
    ),
    us(18, "Eleven it is, and figures on Sunday evening."),
  ],
  [
    them(6, "The reference customer has agreed to be named. They want to read the text first."),
    us(5, "Wonderful. Draft follows this week; who reads it on your side?"),
    them(5, "I do, then our press office. Give us four working days."),
  ],
]
const ours: readonly Script[] = [
  [
    us(9, "Before the next review: we answered four of their registrations late. Better that we say it first."),
    us(8, "Agreed with sales, two people look at registrations from Monday on."),
  ],
  [us(4, "They asked about margins again, in passing. I will not answer that by mail.")],
]

const names = ["Elif Hansen", "Pavel Costa", "Maja Lindqvist", "Hugo Bianchi", "Tara Okafor", "Sven Petrov"] as const

const tell = async (tx: WorkspaceTx, of: DemoPartnership, script: Script, isOurs: boolean, speaker: string) => {
  const { workspaceId, timeZone } = tx.actor
  const privateTo = isOurs ? workspaceId : null
  const place: ThreadOf = { subject: { kind: "partnership", id: of.id }, partnershipId: of.id, privateTo }
  const thread = await lockThread(tx, place, newId())
  let lastCommentAt = tx.now
  for (const [at, { by, daysAgo, body }] of script.entries()) {
    const midnight = Date.parse(startOfDayIn(timeZone, addDays(of.today, -daysAgo)))
    lastCommentAt = new Date(midnight + (9 * 60 + at * 37) * 60_000).toISOString()
    await insertComment(tx, {
      ...{ id: newId(), threadId: thread.id, partnershipId: of.id, privateTo, position: at + 1, mentions: [] },
      body: body.replace("{{site}}", of.vendor.site),
      ...(by === "us"
        ? { partyId: workspaceId, authorId: of.owner.userId, authorName: of.owner.name }
        : { partyId: of.organizationId, authorId: "", authorName: speaker }),
      writtenAt: lastCommentAt,
    })
  }
  await saveThread(tx, thread.id, { lastPosition: script.length, lastCommentAt })
}

/** In most partnerships people talk; with a few of them ours also talk among themselves. */
const threads: DemoChapter = async (tx, of) => {
  // Its own chance, so that what other modules tell stays as it was.
  const random = seededRandom([...of.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random.uniform() * all.length)] as T
  if (random.uniform() < 0.7) await tell(tx, of, oneOf(shared), false, oneOf(names))
  if (random.uniform() < 0.4) await tell(tx, of, oneOf(ours), true, "")
}

export const demo = [threads]
