import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import type { WorkspaceTx } from "#platform/tx"
import { decidePartyMeant } from "./rules.ts"
import * as store from "./store.ts"

/** The party that a side, and a company where one is named, means in a partnership. */
export const partyMeant = async (
  tx: WorkspaceTx,
  partnership: Readonly<{ id: Id; organizationId: Id }>,
  side: Side,
  named?: Id,
): Promise<Id | Refusal<"company-needed" | "no-such-party">> =>
  decidePartyMeant(await store.partiesNow(tx, partnership), side, named)
