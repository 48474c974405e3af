import { isRefusal } from "#core/refusal"
import { type DraftRow, hasVersion } from "#modules/agreements"
import { decideUnheld } from "#platform/hold"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import type { Negotiated } from "./rules.ts"

/** Words that lie before both sides, and whether they are being signed; a draft without any is spoken about only. */
export const lyingNow = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  { id, state }: DraftRow,
): Promise<Negotiated> => ({
  ...{ state, hasText: await hasVersion(tx, id) },
  isBeingSigned: isRefusal(await decideUnheld(tx, platform, "agreement_draft", [id])),
})
