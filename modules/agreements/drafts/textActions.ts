import { partyOf } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { textWritten, versionAgreed } from "../events.ts"
import { readyClauses, readyText } from "../library.ts"
import { mayAgree, mayEditAgreements } from "../policy.ts"
import { decideConsent, decideDraftEdit, decideText, redline } from "../rules.ts"
import * as store from "../store.ts"
import { latestHeld, partiesNamed, textView, versionSummaries } from "./textView.ts"
import { clauseNames } from "./versions.ts"

const get = action(contract.getAgreementText, {
  load: (tx, { agreementDraft }) => store.findDraft(tx, agreementDraft),
  may: whoeverSeesIt,
  act: ({ tx }, draft) => textView(tx, draft),
})

const listClauses = action(contract.listAgreementClauses, {
  load: (tx, { agreement }) => store.findAgreement(tx, agreement),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }) => {
    const draftId = (await store.draftsInForceWithText(tx, [id])).get(id) ?? null
    const version = draftId === null ? undefined : await store.latestVersion(tx, draftId)
    return { draftId, items: version === undefined ? [] : clauseNames(version.text) }
  },
})

const getVersion = action(contract.getAgreementVersion, {
  // Whoever does not see the draft any more, because it was taken back, does not see what lay before them either.
  load: async (tx, { agreementVersion }) => {
    const version = await store.findVersion(tx, agreementVersion)
    return version && (await store.findDraft(tx, version.draftId)) ? version : undefined
  },
  may: whoeverSeesIt,
  act: async ({ tx }, version) => {
    const named = await partiesNamed(tx, version.partnershipId)
    const [summary] = await versionSummaries(tx, [await store.versionSaid(tx, version.id)], named)
    if (!summary) throw new Error("one row has one summary")
    return { ...summary, text: version.text }
  },
})

const compare = action(contract.getRedline, {
  load: (tx, { agreementDraft }) => store.findDraft(tx, agreementDraft),
  may: whoeverSeesIt,
  act: async ({ tx }, draft, { from, to }) => {
    const both = await store.versionsNumbered(tx, draft.id, [from, to])
    const [before, after] = [from, to].map((wanted) => both.find(({ number }) => number === wanted))
    if (!before || !after) return refuse("no-such-version", { field: before ? "to" : "from" })
    return { from, to, ...redline(before.text, after.text) } as contract.RedlineView
  },
})

const library = action(contract.getClauseLibrary, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ platform }, { type }, { language }) => {
    const say = platform.texts.in(language)
    const { text, asked, note } = readyText(type, say)
    const clauses = readyClauses(type, say).map(({ insteadOf, names, ...ready }) => ({
      ...{ ...ready, names: [...names], insteadOf: insteadOf ?? null },
    }))
    return { text, asked: [...asked], note, clauses }
  },
})

const write = action(contract.writeAgreementText, {
  load: (tx, { agreementDraft }) => store.lockDraft(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx }, draft, { clauses, terms }) => {
    const open = decideDraftEdit(draft)
    if (isRefusal(open)) return open
    const once = decideText({ clauses, terms })
    if (isRefusal(once)) return once
    const saved = await store.saveWorkingText(tx, draft.id, { clauses, terms })
    await tx.record(textWritten, {
      ...{ subjectId: draft.id, partnershipId: draft.partnershipId },
      visibility: draft.privateTo === null ? "shared" : "host",
      payload: { title: draft.content.title, kind: draft.kind, clauses: clauses.length },
    })
    return textView(tx, saved)
  },
})

const agree = action(contract.agreeToVersion, {
  load: (tx, { agreementDraft }) => store.lockDraft(tx, agreementDraft),
  may: mayAgree,
  act: async ({ tx, actor }, draft, { number }) => {
    const latest = await latestHeld(tx, draft.id)
    const party = partyOf(actor)
    const decided = decideConsent(draft, latest, number, party)
    if (isRefusal(decided) || latest === undefined) return isRefusal(decided) ? decided : { refusal: "not-in-review" }
    const { partnershipId } = draft
    await store.insertConsent(tx, {
      ...{ id: newId(), partnershipId, versionId: latest.id, partyId: party, agreedBy: actor.userId ?? null },
    })
    await tx.record(versionAgreed, {
      ...{ subjectId: draft.id, partnershipId, visibility: "shared" },
      payload: { title: draft.content.title, kind: draft.kind, number, hash: latest.hash },
    })
    return textView(tx, draft)
  },
})

export const textActions = [get, listClauses, getVersion, compare, library, write, agree]
