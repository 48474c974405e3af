import type { Heard, News } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { fileQuarantined } from "./events.ts"
import * as store from "./store.ts"

const noticeOf = async (tx: WorkspaceTx, { subjectId }: Heard) => {
  const file = await store.findFile(tx, subjectId)
  if (file?.checkState !== "infected") return undefined
  return {
    partnershipId: file.partnershipId,
    dedupeKey: `file_quarantined ${file.id}`,
    payload: { fileId: file.id, fileName: file.name, found: file.found ?? "", uploaderName: file.uploaderName },
  }
}

/** A virus in a file: whoever uploaded it, on either side, and whoever looks after the partnership must hear of it. */
const quarantined: News = {
  kind: "file_quarantined",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: fileQuarantined,
  noticesOf: async (tx, heard) => {
    const notice = await noticeOf(tx, heard)
    return notice ? [notice] : []
  },
  noticeFor: noticeOf,
}

export const news = [quarantined]
