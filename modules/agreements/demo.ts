import { startOfDayIn } from "#core/time"
import { recordFile } from "#modules/files"
import type { DemoChapter } from "#platform/demo"
import { signedPage } from "./demo/signedPage.ts"
import * as store from "./store.ts"

/** Most agreements of the story have the page that both sides signed; of some it was never scanned. */
const signed: DemoChapter = async (tx, { id: partnershipId, name, owner, vendor, random, keep }) => {
  const isScanned = random.uniform() < 0.8
  if (!isScanned) return
  for (const { id, title, startsOn, endsOn, signedOn } of await store.agreementsOf(tx, partnershipId)) {
    const day = signedOn ?? startsOn
    const page = signedPage({
      title,
      vendor: vendor.name,
      partner: name,
      signer: owner.name,
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
      ...(await keep(page)),
    })
    await store.agreements.save(tx, id, { signedFileId: fileId, signedOn: day })
  }
}

export const demo = [signed]
