import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { settleByEnd } from "../appeals.ts"
import * as contract from "../contract.ts"
import { knownOf } from "../evaluate.ts"
import { enrolmentRetired, programPublished, programRetired, programWritten } from "../events.ts"
import { mayEditPrograms, mayReadPrograms } from "../policy.ts"
import {
  decideCurrency,
  decideHoldsFrom,
  decideOngoing,
  decideTerms,
  decideTiersKept,
  tryTerms,
  versionOn,
} from "../rules.ts"
import * as store from "../store.ts"
import { tierNamed } from "../view.ts"

const programView = async (tx: WorkspaceTx, row: store.ProgramRow): Promise<contract.Program> => {
  const versions = await store.versionsOf(tx, [row.id])
  const ongoing = decideOngoing(row)
  const edit = abilityOf(mayEditPrograms(tx.actor), ongoing)
  const holds = versionOn(versions, tx.today)
  return {
    ...row,
    holds: holds?.number ?? null,
    versions: versions.map(({ number, holdsFrom, publishedAt, terms }) => ({ number, holdsFrom, publishedAt, terms })),
    abilities: {
      edit,
      publish: abilityOf(edit, decideTerms(row.draft)),
      enrol: abilityOf(edit, holds ? true : refuse("not-in-force-yet")),
      retire: edit,
    },
  }
}

const list = action(contract.listPrograms, {
  load: (tx) => store.allPrograms(tx, contract.mostPrograms),
  may: mayReadPrograms,
  act: async ({ tx, actor }, rows) => {
    const counts = await store.countsByProgram(tx)
    const versions = Map.groupBy(
      await store.versionsOf(
        tx,
        rows.map(({ id }) => id),
      ),
      ({ programId }) => programId,
    )
    return {
      items: rows.map(({ id, name, partnershipType, published, retiredOn, draft }) => {
        const { tiers } = versionOn(versions.get(id) ?? [], tx.today)?.terms ?? draft
        const { enrolled = 0, inGrace = 0, undecided = 0 } = counts.get(id) ?? {}
        return {
          ...{ id, name, partnershipType, published, retiredOn, enrolled, inGrace, undecided },
          tiers: tiers.map((tier) => tier.name),
        }
      }),
      abilities: { make: mayEditPrograms(actor) },
    }
  },
})

const get = action(contract.getProgram, {
  load: (tx, { program }) => store.programs.find(tx, program),
  may: mayReadPrograms,
  act: ({ tx }, row) => programView(tx, row),
})

const make = action(contract.makeProgram, {
  load: (tx) => store.allPrograms(tx, contract.mostPrograms),
  may: mayEditPrograms,
  act: async ({ tx }, known, { partnershipType, ...details }) => {
    if (known.length >= contract.mostPrograms) return refuse("too-many-programs")
    const row = await store.insertProgram(tx, newId(), { ...details, partnershipType: partnershipType ?? null })
    await tx.record(programWritten, { subjectId: row.id, payload: { name: row.name } })
    return programView(tx, row)
  },
})

const edit = action(contract.editProgram, {
  load: (tx, { program }) => store.programs.lock(tx, program),
  may: mayEditPrograms,
  act: async ({ tx }, before, { program, partnershipType, ...details }) => {
    const ongoing = decideOngoing(before)
    if (isRefusal(ongoing)) return ongoing
    const [latest] = await store.versionsOf(tx, [program])
    const stays = decideCurrency(details.terms, latest?.terms)
    if (isRefusal(stays)) return stays
    const row = await store.saveProgram(tx, program, { ...details, partnershipType: partnershipType ?? null })
    await tx.record(programWritten, { subjectId: row.id, payload: { name: row.name } })
    return programView(tx, row)
  },
})

const publish = action(contract.publishProgram, {
  load: (tx, { program }) => store.programs.lock(tx, program),
  may: mayEditPrograms,
  act: async ({ tx, today }, { id, name, draft, published, retiredOn }, { holdsFrom }) => {
    const ongoing = decideOngoing({ retiredOn })
    if (isRefusal(ongoing)) return ongoing
    const usable = decideTerms(draft)
    if (isRefusal(usable)) return usable
    const ahead = decideHoldsFrom(holdsFrom, today)
    if (isRefusal(ahead)) return ahead
    const kept = decideTiersKept(draft.tiers, await store.tiersHeldIn(tx, id))
    if (isRefusal(kept)) return kept
    const [latest] = await store.versionsOf(tx, [id])
    if (latest && JSON.stringify(latest.terms) === JSON.stringify(draft)) return refuse("nothing-changed")
    const number = (published ?? 0) + 1
    await store.insertVersion(tx, { id: newId(), programId: id, number, terms: draft, holdsFrom })
    const row = await store.programs.save(tx, id, { published: number })
    await tx.record(programPublished, { subjectId: id, payload: { name, number, holdsFrom } })
    return programView(tx, row)
  },
})

/**
 * For good, and from today on: the tiers of a day gone by were told as they were, and a day to come would promise what can still change.
 * A grace ends with it, and nothing is lost by it: nobody's tier is decided any more.
 */
const retire = action(contract.retireProgram, {
  // Locked, as enrolling locks it: nobody joins while it is retired.
  load: (tx, { program }) => store.programs.lock(tx, program),
  may: mayEditPrograms,
  act: async ({ tx, today: retiredOn }, before, { reason }) => {
    const ongoing = decideOngoing(before)
    if (isRefusal(ongoing)) return ongoing
    const { id, name } = before
    const row = await store.programs.save(tx, id, { retiredOn, retiredReason: reason })
    await tx.record(programRetired, { subjectId: id, payload: { name, reason } })
    const left = await store.lockOpenIn(tx, id)
    await store.retireEnrolments(
      tx,
      left.map((each) => each.id),
      retiredOn,
    )
    for (const { id: subjectId, partnershipId, tier, standing } of left) {
      const payload = { program: standing?.program ?? name, tier: tierNamed(standing, tier) }
      await tx.record(enrolmentRetired, { subjectId, partnershipId, payload })
      await settleByEnd(tx, subjectId)
    }
    return programView(tx, row)
  },
})

/** By the rule that evaluates, on the same facts: what a trial says is what comes, and a trial writes nothing. */
const trial = action(contract.tryProgram, {
  load: (tx, { program }) => store.programs.find(tx, program),
  may: mayReadPrograms,
  act: async ({ tx, today }, program) => {
    const ongoing = decideOngoing(program)
    if (isRefusal(ongoing)) return ongoing
    const usable = decideTerms(program.draft)
    if (isRefusal(usable)) return usable
    const versions = await store.versionsOf(tx, [program.id])
    const rows = await store.openIn(tx, program.id)
    const factsOf = await knownOf(tx, { program, versions }, rows, [program.draft])
    const names = await store.partnershipsOf(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    )
    const now = versionOn(versions, today)?.terms ?? program.draft
    const named = (key: string | null) =>
      [...program.draft.tiers, ...now.tiers].find((tier) => tier.key === key)?.name ?? key
    const items = rows.map((row) => {
      const tried = tryTerms({ now, tried: program.draft, facts: factsOf(row), tier: row.tier, on: today })
      const { outcome, tier, costMinor } = tried
      return {
        ...{ enrolmentId: row.id, partnershipId: row.partnershipId, name: names.get(row.partnershipId) ?? "" },
        ...{ tier: named(row.tier), outcome, tierAfter: named(tier), costMinor },
      }
    })
    return {
      ...{ on: today, currency: now.currency, items },
      costMinor: items.reduce((sum, { costMinor }) => sum + (costMinor ?? 0), 0),
      uncosted: items.filter(({ costMinor }) => costMinor === null).length,
    }
  },
})

export const programActions = [list, get, make, edit, publish, retire, trial]
