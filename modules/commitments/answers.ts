import type { Id } from "#core/ids"
import { saveAgreedTargets } from "#modules/clocks"
import type { WorkspaceTx } from "#platform/tx"
import { minutesIn } from "./rules.ts"
import * as store from "./store.ts"

/** The clocks of a partnership go by what its agreement promises: they are told whenever that changes. */
export const tellPromisedTimes = async (tx: WorkspaceTx, agreementId: Id): Promise<void> => {
  const all = await store.allOfAgreement(tx, agreementId)
  await saveAgreedTargets(
    tx,
    all.map(({ id }) => id),
    all.flatMap(({ id, partnershipId, answers, withinHours, startsOn, endsOn }) =>
      answers === null || withinHours === null || (endsOn !== null && endsOn < startsOn)
        ? []
        : [
            {
              ...{ id, partnershipId, promise: answers, inForceFrom: startsOn, inForceUntil: endsOn },
              promisedMinutes: minutesIn(withinHours),
            },
          ],
    ),
  )
}
