import type { Id } from "#core/ids"
import { addDays, startOfDayIn } from "#core/time"
import { contactsOfCompany } from "#modules/people"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { programs, told } from "./demo/terms.ts"
import { evaluate, evaluatedProgram, knownOf } from "./evaluate.ts"
import { appealMade, enrolled, tierLost } from "./events.ts"
import { judge } from "./rules.ts"
import * as store from "./store.ts"
import { tierNamed } from "./view.ts"

/** Since when the programs of the story hold. */
const foundedDaysAgo = 700

/** The programs are the workspace's: they are written with the first partnership of a type that has one. */
const programFor = async (tx: WorkspaceTx, type: string): Promise<Id | undefined> => {
  const wanted = programs.find((each) => each.type === type)
  if (!wanted) return undefined
  const known = (await store.allPrograms(tx, 100)).find(({ name }) => name === wanted.name)
  if (known) return known.id
  const { name, holds, written } = wanted
  const { id } = await store.insertProgram(tx, newId(), {
    name,
    partnershipType: wanted.type,
    terms: written,
    rates: [],
  })
  const holdsFrom = addDays(tx.today, -foundedDaysAgo)
  await store.insertVersion(tx, { id: newId(), programId: id, number: 1, terms: holds, holdsFrom })
  await store.programs.save(tx, id, { published: 1 })
  return id
}

const certify = async (tx: WorkspaceTx, organizationId: Id, name: string): Promise<void> => {
  const { certified = 2, lapsedDaysAgo } = told[name] ?? {}
  const people = await contactsOfCompany(tx, organizationId, certified + 1)
  const recorded = (contactId: Id, days: number, validUntil: string | null) => ({
    ...{ id: newId(), organizationId, contactId, kind: "Certified expert", validUntil },
    ...{ issuedOn: addDays(tx.today, -days), recordedAt: startOfDayIn(tx.actor.timeZone, addDays(tx.today, -days)) },
  })
  await store.certificates.insertAll(
    tx,
    people.flatMap(({ id }, place) => {
      if (place < certified) return [recorded(id, 320 - place * 40, addDays(tx.today, 410 - place * 70))]
      return lapsedDaysAgo === undefined ? [] : [recorded(id, 365 + lapsedDaysAgo, addDays(tx.today, -lapsedDaysAgo))]
    }),
  )
}

/** Who is in which program, with which tier: what their own deals, people and agreements come to, and the stories told above. */
const enrolling: DemoChapter = async (tx, { id: partnershipId, organizationId, name, type, random }) => {
  const programId = await programFor(tx, type)
  if (programId === undefined) return
  await certify(tx, organizationId, name)
  const { tier: given, plan = "agreed" } = told[name] ?? {}
  const sinceDays = 90 + Math.floor(random.uniform() * 300)
  const since = addDays(tx.today, -sinceDays)
  const byHand = plan === "agreed" ? { plan: { isMet: true, on: since } } : {}
  const row = await store.enrolments.insert(tx, {
    ...{ id: newId(), programId, partnershipId, byHand: JSON.stringify(byHand) },
    enrolledAt: startOfDayIn(tx.actor.timeZone, since),
  })
  const evaluated = await evaluatedProgram(tx, programId)
  const facts = (await knownOf(tx, evaluated, [row]))(row)
  const terms = evaluated.versions[0]?.terms ?? evaluated.program.draft
  const tier = given ?? judge(terms, facts, tx.today).findLast(({ standing }) => standing === "met")?.key ?? null
  const held = await store.enrolments.save(tx, row.id, { tier, tierSince: tier === null ? null : since })
  await tx.record(enrolled, {
    ...{ subjectId: row.id, partnershipId, occurredAt: startOfDayIn(tx.actor.timeZone, since) },
    payload: {
      program: evaluated.program.name,
      tier: terms.tiers.find(({ key }) => key === tier)?.name ?? null,
    },
  })
  await evaluate(tx, evaluated, held, facts)
}

/** A tier was lost, and the partner has appealed: Keelson asks on the next day, as it does of every appeal, whoever may decide. */
const appealed: DemoChapter = async (tx, { id: partnershipId, name }) => {
  const { lost } = told[name] ?? {}
  const [row] = await store.openOf(tx, partnershipId)
  if (!lost || !row?.standing) return
  const lostOn = addDays(tx.today, -lost.daysAgo)
  const at = (daysAgo: number) => startOfDayIn(tx.actor.timeZone, addDays(tx.today, -daysAgo))
  const evaluation = await store.insertEvaluation(tx, {
    ...{ id: newId(), enrolmentId: row.id, partnershipId, evaluatedOn: lostOn, evaluatedAt: at(lost.daysAgo) },
    ...{ outcome: "falls", tierBefore: lost.tier, tierAfter: row.tier, standing: JSON.stringify(row.standing) },
    graceUntil: null,
  })
  await store.enrolments.save(tx, row.id, { tierSince: lostOn })
  const tierName = tierNamed(row.standing, lost.tier) ?? lost.tier
  const { program } = row.standing
  const payload = { program, from: tierName, to: tierNamed(row.standing, row.tier) }
  await tx.record(tierLost, { subjectId: row.id, partnershipId, occurredAt: at(lost.daysAgo), payload })
  const appeal = await store.insertAppeal(tx, {
    ...{ id: newId(), partnershipId, enrolmentId: row.id, evaluationId: evaluation.id, appealedAt: at(3) },
    ...{ program, tier: lost.tier, tierName, words: lost.words, appealedBy: newId(), appealedByName: lost.by },
  })
  if (!appeal) throw new Error("the story tells of one appeal")
  await tx.record(appealMade, {
    ...{ subjectId: appeal.id, partnershipId, occurredAt: at(3) },
    payload: { program, tier: tierName },
  })
}

export const demo = [enrolling, appealed]
