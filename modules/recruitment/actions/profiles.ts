import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { profilePublished, profileRestored, profileRetired, profileWritten } from "../events.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { readyProfile } from "../ready.ts"
import { decideYardstick } from "../rules.ts"
import * as store from "../store.ts"

const profileView = async (tx: WorkspaceTx, row: store.ProfileRow): Promise<contract.Profile> => {
  const { draft, retiredAt, createdAt: _, updatedAt: __, ...said } = row
  const edit = mayEditCandidates(tx.actor)
  return {
    ...said,
    criteria: draft,
    isRetired: retiredAt !== null,
    versions: (await store.versionsOf(tx, row.id)).map(({ number, publishedAt, criteria }) => ({
      ...{ number, publishedAt, criteria },
    })),
    abilities: { edit, publish: abilityOf(edit, decideYardstick(draft)), retire: edit },
  }
}

const list = action(contract.listProfiles, {
  load: (tx) => store.allProfiles(tx, contract.mostProfiles),
  may: mayReadCandidates,
  act: async ({ tx, actor }, rows) => {
    const open = await store.openByProfile(tx)
    return {
      items: rows.map(({ id, name, partnershipType, region, published, retiredAt }) => ({
        ...{ id, name, partnershipType, region, published, isRetired: retiredAt !== null },
        candidates: open.get(id) ?? 0,
      })),
      abilities: { make: mayEditCandidates(actor) },
    }
  },
})

const get = action(contract.getProfile, {
  load: (tx, { profile }) => store.profiles.find(tx, profile),
  may: mayReadCandidates,
  act: ({ tx }, row) => profileView(tx, row),
})

const ready = action(contract.getReadyProfile, {
  load: nothing,
  may: mayReadCandidates,
  act: async ({ platform }, _nothing, { type, language }) => ({
    criteria: readyProfile(type, platform.texts.in(language)),
  }),
})

const make = action(contract.makeProfile, {
  load: (tx) => store.allProfiles(tx, contract.mostProfiles),
  may: mayEditCandidates,
  act: async ({ tx }, known, { region, ...details }) => {
    if (known.length >= contract.mostProfiles) return refuse("too-many-profiles")
    const row = await store.insertProfile(tx, newId(), { ...details, region: region ?? null })
    await tx.record(profileWritten, { subjectId: row.id, payload: { name: row.name } })
    return profileView(tx, row)
  },
})

const edit = action(contract.editProfile, {
  load: (tx, { profile }) => store.profiles.lock(tx, profile),
  may: mayEditCandidates,
  act: async ({ tx }, before, { profile, region, ...details }) => {
    if (details.partnershipType !== before.partnershipType && (await store.hasCandidates(tx, profile)))
      return refuse("type-has-candidates", { field: "partnershipType" })
    const row = await store.saveProfile(tx, profile, { ...details, region: region ?? null })
    await tx.record(profileWritten, { subjectId: row.id, payload: { name: row.name } })
    return profileView(tx, row)
  },
})

const publish = action(contract.publishProfile, {
  load: (tx, { profile }) => store.profiles.lock(tx, profile),
  may: mayEditCandidates,
  act: async ({ tx }, { id, name, draft, published }) => {
    const usable = decideYardstick(draft)
    if (isRefusal(usable)) return usable
    const latest = await store.yardstickOf(tx, id, published)
    if (JSON.stringify(latest) === JSON.stringify(draft)) return refuse("nothing-changed")
    const number = (published ?? 0) + 1
    await store.insertVersion(tx, { id: newId(), profileId: id, number, criteria: draft })
    const row = await store.profiles.save(tx, id, { published: number })
    await tx.record(profilePublished, { subjectId: id, payload: { name, number } })
    return profileView(tx, row)
  },
})

const retire = action(contract.retireProfile, {
  load: (tx, { profile }) => store.profiles.lock(tx, profile),
  may: mayEditCandidates,
  act: async ({ tx }, before, { profile, isRetired }) => {
    const row = await store.profiles.save(tx, profile, { retiredAt: isRetired ? (before.retiredAt ?? tx.now) : null })
    const payload = { name: row.name }
    await tx.record(isRetired ? profileRetired : profileRestored, { subjectId: profile, payload })
    return profileView(tx, row)
  },
})

export const profileActions = [list, get, ready, make, edit, publish, retire]
