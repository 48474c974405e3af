import { nobody } from "#core/ids"
import { workspaceChanged } from "#modules/workspaces"
import type { Contributed } from "#platform/contributed"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import { reconcileSome, turnSome } from "./store/keep.ts"

/**
 * The turn of the day: windows move, days pass. Midnight comes to each workspace at its own time, so it looks every hour; what is not of
 * today is read anew where it is shown until then. At a start it fills what a new version or a restore has brought without figures.
 */
const turnDay = ({ figures }: Contributed) =>
  everyWorkspace({
    name: "portfolio.turn-day",
    cron: "2 * * * *",
    atStart: true,
    visit: (context) => untilDone(context, (tx) => turnSome(tx, figures)),
  })

/** Compares what is stored with what follows from the facts, puts right what differs, and says so: it means that an act forgot to. */
const reconcile = ({ figures }: Contributed) =>
  everyWorkspace({
    name: "portfolio.reconcile",
    cron: "25 4 * * *",
    visit: async ({ transact, signal, log, system }) => {
      for (let after: string | undefined = nobody; after !== undefined && !signal.aborted; ) {
        const from: string = after
        const { different, last } = await transact((tx) => reconcileSome(tx, figures, from))
        for (const { partnershipId, columns } of different)
          log.error(
            { workspaceId: system.workspaceId, partnershipId, columns },
            "stored figures differed and were put right",
          )
        after = last
      }
    },
  })

/** The workspace may count in another currency now. */
const followCurrency = ({ figures }: Contributed) =>
  workspaceJob({
    name: "portfolio.follow-workspace",
    payload: eventPayload,
    on: [workspaceChanged],
    run: async (_payload, { transact, signal }) => {
      for (let after: string | undefined = nobody; after !== undefined && !signal.aborted; ) {
        const from: string = after
        after = (await transact((tx) => reconcileSome(tx, figures, from))).last
      }
    },
  })

export const jobs = (from: Contributed) => [turnDay(from), reconcile(from), followCurrency(from)]
