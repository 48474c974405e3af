import { addDays, startOfDayIn } from "#core/time"
import { demoRequest } from "#modules/approvals"
import { recordFile } from "#modules/files"
import type { DemoChapter } from "#platform/demo"
import { termination } from "./approvables.ts"
import { signedPage } from "./demo/signedPage.ts"
import { written } from "./demoDrafts.ts"
import { noticeTold } from "./demoNotice.ts"
import * as store from "./store.ts"

/**
 * Most agreements of the story have the page that both sides signed; of some it was never scanned, and a few were taken over as in
 * force with no signature on file.
 */
const signed: DemoChapter = async (tx, { id: partnershipId, name, owner, vendor, random, keep }) => {
  const isScanned = random.uniform() < 0.8
  const isOnFile = isScanned || random.uniform() < 0.6
  const signers = await store.firstSponsors(tx, partnershipId)
  const partnerSigner = signers.get("partner") ?? null
  for (const { id, title, startsOn, endsOn, signedOn } of await store.agreementsOf(tx, partnershipId)) {
    const day = signedOn ?? startsOn
    await store.agreements.save(
      tx,
      id,
      isOnFile ? { hostSigner: owner.name, partnerSigner, signedOn: day } : { signedOn: null },
    )
    if (!isScanned) continue
    const page = signedPage({
      title,
      vendor: vendor.name,
      partner: name,
      signer: owner.name,
      partnerSigner: partnerSigner ?? "their authorised signatory",
      startsOn,
      endsOn,
      signedOn: day,
    })
    const fileId = await recordFile(tx, {
      about: { kind: "agreement", id, partnershipId },
      name: `${title} (signed).pdf`,
      mediaType: "application/pdf",
      by: owner,
      at: startOfDayIn(tx.actor.timeZone, day),
      heldAs: "signed",
      source: "demo",
      ...(await keep(page)),
    })
    await store.agreements.save(tx, id, { signedFileId: fileId, signedOn: day })
  }
}

/** What somebody asked to end early: one waits for the answer of the vendor's owner, one was refused. */
const wantedEnds: Readonly<Record<string, Readonly<{ reason: string; refusal?: string }>>> = {
  "Everline Services": { reason: "Two certified people left in spring and nobody follows; they ask for it themselves" },
  "Copperfield Partners": {
    reason: "No referral for two quarters",
    refusal: "We answered their leads late for half a year. Put that right first, and ask again after the review.",
  },
}

const endsAskedFor: DemoChapter = async (tx, { id: partnershipId, name, owner, today, say }) => {
  const wanted = wantedEnds[name]
  const agreement = (await store.agreementsOf(tx, partnershipId)).find(({ state }) => state === "in_force")
  if (!wanted || !agreement) return
  const latest = addDays(today, 60)
  const endsOn = agreement.endsOn !== null && agreement.endsOn < latest ? agreement.endsOn : latest
  await demoRequest(tx, termination, agreement.id, {
    ...{ asker: owner, wanted: { ...wanted, endsOn } },
    texts: { in: () => say },
  })
}

export const demo = [signed, endsAskedFor, written, noticeTold]
