import type { System } from "#core/actor"
import { periodEnd } from "#core/periods"
import { addDays, addMonths, startOfDayIn } from "#core/time"
import type { DemoChapter, DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import { secretsAgreed } from "./demoAgreed.ts"
import { frameNegotiated } from "./demoNegotiated.ts"
import { contentOf } from "./drafts/content.ts"
import type { Content } from "./rules.ts"
import * as store from "./store.ts"

type Teller = (tx: Tx<System>, of: DemoPartnership) => Promise<void>

const agreementIn = async (tx: Tx<System>, { id }: DemoPartnership) =>
  (await store.agreementsOf(tx, id)).find(({ state }) => state === "in_force")

/** A longer notice was agreed some weeks ago. */
const longerNotice: Teller = async (tx, of) => {
  const agreement = await agreementIn(tx, of)
  if (!agreement) return
  const signers = await store.firstSponsors(tx, of.id)
  const content = await contentOf(tx, agreement)
  const validFrom = addDays(of.today, -40)
  await store.insertDraft(tx, {
    ...{ id: newId(), partnershipId: of.id, agreementId: agreement.id, kind: "change", state: "in_force" },
    ...{ base: { ...content, noticeDays: 60 }, content, validFrom },
    reason: "Both sides want a full quarter to plan, whoever gives notice",
    hostSigner: of.owner.name,
    partnerSigner: signers.get("partner") ?? null,
    signedOn: addDays(validFrom, -12),
    inForceAt: startOfDayIn(tx.actor.timeZone, validFrom),
  })
  await store.agreements.save(tx, agreement.id, { state: "amended" })
}

/** A year more lies with both sides for review. */
const yearMore: Teller = async (tx, of) => {
  const agreement = await agreementIn(tx, of)
  if (!agreement || agreement.endsOn === null) return
  const base = await contentOf(tx, agreement)
  await store.insertDraft(tx, {
    ...{ id: newId(), partnershipId: of.id, agreementId: agreement.id, kind: "change", state: "in_review", base },
    content: { ...base, endsOn: addMonths(agreement.endsOn, 12) },
    validFrom: addDays(of.today, 21),
    reason: "One year more on the same terms, so that the joint plan need not stop in the middle",
  })
}

/** A further agreement is being written, and something is missing yet. */
const furtherOne: Teller = async (tx, of) => {
  const startsOn = addDays(of.today, 14)
  const content: Content = {
    title: "Training schedule",
    startsOn,
    endsOn: periodEnd(startsOn, 12),
    autoRenews: false,
    objectives: [
      {
        ...{ category: "enablement", metric: "certifications", title: "Certified people", target: 12, unit: "people" },
        ...{ ramp: "quarterly_steps", weight: 1 },
      },
    ],
    commitments: [
      {
        ...{
          owedBy: "host",
          title: "Hold a training day",
          measure: "per_cadence",
          cadence: "quarterly",
          windowDays: 14,
        },
        ...{ evidenceNeeded: "record", weight: 1 },
      },
    ],
  }
  const { workspaceId } = tx.actor
  await store.insertDraft(tx, {
    ...{ id: newId(), partnershipId: of.id, kind: "first", state: "draft", content, privateTo: workspaceId },
  })
}

const tellers: Readonly<Record<string, readonly Teller[]>> = {
  Ledgerline: [longerNotice],
  "Halden Systemhaus": [yearMore, secretsAgreed, frameNegotiated],
  "Bergmann & Partner": [furtherOne],
}

/** What is written and was amended of a few agreements. */
export const written: DemoChapter = async (tx, of) => {
  for (const tell of tellers[of.name] ?? []) await tell(tx, of)
}
