import type { Id } from "#core/ids"
import { findPartnership } from "#modules/partnerships"
import type { Approvable } from "#platform/approvable"
import type { Texts } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { readyInEveryLanguage } from "../library.ts"
import { type AgreementText, deviationsFrom } from "../rules.ts"
import * as store from "../store.ts"
import { textFacts, textParts, textVariables } from "./facts.ts"

/** What a text says otherwise than the ready text of its partnership's type, and what that suggests of the terms. */
export const deviationsOf = async (tx: WorkspaceTx, texts: Texts, partnershipId: Id, text: AgreementText) => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  const ready = readyInEveryLanguage(partnership.type as PartnershipType, texts)
  return { partnership, deviations: deviationsFrom(ready, text), suggested: ready[0]?.text.terms ?? {} }
}

/**
 * Signing the text of an agreement, and putting it in force with its words. What is approved is one version of them: with the last yes
 * nothing is done by itself, the host may have it signed from then on.
 */
export const textSigned: Approvable = {
  kind: "agreement.signing",
  subjectKind: "agreement_draft",
  variables: textVariables,
  read: async (tx, id) => {
    const held = await heldNow(tx, id)
    if (!held) return undefined
    const { draft, version } = held
    const { title, value } = await store.versionContent(tx, version.id)
    return {
      ...{ partnershipId: draft.partnershipId, title, amount: value ?? null },
      content: {},
      edition: { number: version.number, hash: version.hash },
    }
  },
  facts: async (tx, id, _intent, { currency, texts }) => {
    const held = await heldNow(tx, id)
    if (!held) return {}
    const { draft, version } = held
    const { partnership, deviations, suggested } = await deviationsOf(tx, texts, draft.partnershipId, version.text)
    const content = await store.versionContent(tx, version.id)
    const said = { kind: draft.kind, text: version.text, content, ready: suggested }
    return textFacts(said, deviations, partnership, currency)
  },
  parts: async (tx, id) => {
    const held = await heldNow(tx, id)
    return held ? textParts(held.version.text) : {}
  },
  waits: store.saveInApproval,
  carryOut: async () => true,
}

/** The version that lies there, of a draft that binds nobody yet. */
const heldNow = async (tx: WorkspaceTx, id: Id) => {
  const draft = await store.findDraft(tx, id)
  if (!draft || (draft.state !== "draft" && draft.state !== "in_review")) return undefined
  const version = await store.latestVersion(tx, id)
  return version && { draft, version }
}
