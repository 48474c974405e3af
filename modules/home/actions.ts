import { abilitiesOf, isOverdue } from "#modules/commitments"
import { countUnread } from "#modules/notifications"
import { findWorkspace } from "#modules/workspaces"
import { action } from "#platform/action"
import { workdaysOf } from "#platform/business-calendar"
import { noticeOn } from "#rules/agreements"
import { awaitsConfirmation } from "#rules/commitments"
import * as contract from "./contract.ts"
import { mayReadHome } from "./policy.ts"
import * as store from "./store.ts"

const counted = (count: number) => ({ count, isMore: count >= store.countedUpTo })

/** Everything in one go: the queries share one transaction and travel without waiting for each other. */
const home = action(contract.getHome, {
  load: async (tx, { whose }) => {
    const [workspace, counts, unread, ours, theirs, drift, notices, endings] = await Promise.all([
      findWorkspace(tx),
      store.countOpen(tx, whose),
      countUnread(tx),
      store.openPromises(tx, whose, "host", 50),
      store.openPromises(tx, whose, "partner", 25),
      store.openCases(tx, whose, 20),
      store.deadlines(tx, whose, "notice", 20),
      store.deadlines(tx, whose, "ending", 20),
    ])
    return { workspace, counts, unread, ours, theirs, drift, notices, endings }
  },
  may: mayReadHome,
  act: async ({ actor, today }, { workspace, counts, unread, ours, theirs, drift, notices, endings }) => {
    const isWorkday = workdaysOf(workspace?.country)
    const promise = (row: (typeof ours)[number]): contract.HomePromise => ({
      ...row,
      isOverdue: isOverdue(row, today),
      awaitsConfirmation: awaitsConfirmation(row),
      abilities: abilitiesOf(actor, row, today),
    })
    const deadline = (row: (typeof notices)[number]) => ({ ...row, noticeOn: noticeOn(row, isWorkday) ?? null })
    return {
      today,
      counts: {
        partnerships: counted(counts.partnerships),
        overdueOurs: counted(counts.overdueOurs),
        dueOurs: counted(counts.dueOurs),
        overdueTheirs: counted(counts.overdueTheirs),
        dueTheirs: counted(counts.dueTheirs),
        drifting: counted(counts.drifting),
        unread,
      },
      ours: ours.map(promise),
      theirs: theirs.map(promise),
      drift: [...drift],
      notices: notices.map(deadline),
      endings: endings.map(deadline),
    }
  },
})

export const actions = [home]
