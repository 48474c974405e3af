import type { Actor } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { dateIn } from "#core/time"
import {
  accountByEmail,
  accountById,
  endDemoAccounts,
  givePassword,
  hasOwner,
  isDemoOpen,
  makeAccount,
  oneFirstOwnerAtATime,
  type User,
} from "#platform/accounts"
import { action, nothing, oneself, whoeverHoldsTheLink } from "#platform/action"
import { guessable } from "#platform/passwords/chosen"
import { isOnlyHere } from "#platform/reach"
import type { Tx } from "#platform/tx"
import * as contract from "./contract.ts"
import { demoEnded, workspaceChanged } from "./events.ts"
import {
  mayEditWorkspace,
  mayEndDemo,
  mayFoundWorkspace,
  mayReadWorkspace,
  maySeeToRecord,
  maySeeToWorkspace,
} from "./policy.ts"
import { decideFactorDemand } from "./rules.ts"
import { foundWorkspace, isSetUpToken } from "./setUp.ts"
import * as store from "./store.ts"

type Row = NonNullable<Awaited<ReturnType<typeof store.findWorkspace>>>

const workspaceForHost = (actor: Actor, row: Row): contract.WorkspaceForHost => ({
  ...row,
  abilities: { edit: mayEditWorkspace(actor) },
})

const me = action(contract.getMe, {
  load: nothing,
  may: oneself,
  act: async ({ tx, actor, platform }) => {
    const user = await accountById(tx, actor.userId)
    const workspaces = await store.accessOf(tx, actor.userId)
    const needed = await store.factorNeededBy(tx, actor.userId)
    const isReached = workspaces.some(({ isDemo }) => isDemo) && !isOnlyHere(platform.config) && (await isDemoOpen(tx))
    return {
      user: user ?? { id: actor.userId, name: "", email: "", locale: "en" },
      workspaces: workspaces.map(({ slug, name, side, role, isDemo, timeZone, workspaceId, organizationId }) => ({
        slug,
        name,
        side,
        role: role as "owner",
        isDemo,
        isOpenDemo: isDemo && isReached,
        abilities: {
          endDemo: mayEndDemo({ side, role }),
          seeToRecord: maySeeToRecord({ side, role }),
          seeToWorkspace: maySeeToWorkspace({ side, role }),
        },
        needsFactor: needed.some((each) => each.workspaceId === workspaceId && each.side === side),
        partyId: organizationId ?? workspaceId,
        today: dateIn(timeZone, tx.now),
      })),
      abilities: { foundWorkspace: mayFoundWorkspace(workspaces) },
    }
  },
})

/** The account of the first owner. One that an earlier start left without a workspace is theirs too: the link is only in the terminal. */
const firstAccount = async (tx: Tx<Actor>, person: Readonly<{ email: string; name: string; password: string }>) => {
  const known: User | undefined = await accountByEmail(tx, person.email)
  if (known === undefined) return makeAccount(tx, person)
  await givePassword(tx, known.id, person.password)
  return known
}

const setUp = action(contract.setUpFirstOwner, {
  load: nothing,
  may: whoeverHoldsTheLink,
  act: async ({ tx, platform }, _nothing, { token, workspaceName, name, email, password, ...place }) => {
    if (!isSetUpToken(platform.config.secret, token)) return refuse("link-not-valid")
    await oneFirstOwnerAtATime(tx)
    if (await hasOwner(tx)) return refuse("already-set-up")
    const guessed = guessable(password, [name, email, workspaceName])
    if (guessed) return refuse(guessed, { field: "password" })
    const user = await firstAccount(tx, { email, name, password })
    const { slug } = await foundWorkspace(tx, { name: workspaceName, ...place }, [{ user, role: "owner" }])
    return { slug }
  },
})

const found = action(contract.foundWorkspace, {
  load: (tx) => store.accessOf(tx, tx.actor.userId),
  may: (_person, access) => mayFoundWorkspace(access),
  act: async ({ tx, actor }, _access, founding) => {
    const user = await accountById(tx, actor.userId)
    if (!user) throw new Error(`user ${actor.userId} is signed in and unknown`)
    const { slug } = await foundWorkspace(tx, founding, [{ user, role: "owner" }], user.id)
    return { slug }
  },
})

const end = action(contract.endDemo, {
  load: store.lockWorkspace,
  may: mayEndDemo,
  act: async ({ tx }, { id, isDemo }) => {
    if (!isDemo) return refuse("no-demo")
    const ended = await endDemoAccounts(tx)
    await tx.record(demoEnded, { subjectId: id, payload: { ended } })
    return { ended }
  },
})

const get = action(contract.getWorkspace, {
  load: store.findWorkspace,
  may: mayReadWorkspace,
  act: async ({ actor }, row) => workspaceForHost(actor, row),
})

const edit = action(contract.editWorkspace, {
  load: store.lockWorkspace,
  may: mayEditWorkspace,
  act: async ({ tx, actor }, before, settings) => {
    const row = await store.saveWorkspace(tx, settings)
    await tx.record(workspaceChanged, {
      subjectId: row.id,
      payload: { before, after: row },
    })
    return workspaceForHost(actor, row)
  },
})

const demand = action(contract.demandFactor, {
  load: store.lockWorkspace,
  may: mayEditWorkspace,
  act: async ({ tx, actor }, before, asked) => {
    const userId = "userId" in actor ? actor.userId : undefined
    const decided = decideFactorDemand(asked, userId !== undefined && (await store.hasFactor(tx, userId)))
    if (isRefusal(decided)) return decided
    await store.saveFactorDemand(tx, decided)
    const row = (await store.findWorkspace(tx)) as Row
    await tx.record(workspaceChanged, { subjectId: row.id, payload: { before, after: row } })
    return workspaceForHost(actor, row)
  },
})

export const actions = [me, setUp, found, end, get, edit, demand]
