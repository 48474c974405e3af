import type { Actor } from "#core/actor"
import { refuse } from "#core/refusal"
import { dateIn } from "#core/time"
import { action, nothing, oneself, whoeverHoldsTheLink } from "#platform/action"
import * as contract from "./contract.ts"
import { workspaceChanged } from "./events.ts"
import { mayEditWorkspace, mayFoundWorkspace, mayReadWorkspace } from "./policy.ts"
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
    const user = await platform.identity.findById(actor.userId)
    const workspaces = await store.accessOf(tx, actor.userId)
    return {
      user: user ?? { id: actor.userId, name: "", email: "", locale: "en" },
      workspaces: workspaces.map(({ slug, name, side, role, isDemo, timeZone }) => ({
        slug,
        name,
        side,
        role: role as "owner",
        isDemo,
        today: dateIn(timeZone, tx.now),
      })),
      abilities: { foundWorkspace: mayFoundWorkspace(workspaces) },
    }
  },
})

const setUp = action(contract.setUpFirstOwner, {
  load: nothing,
  may: whoeverHoldsTheLink,
  act: async ({ platform }, _nothing, { token, workspaceName, name, email, password, ...place }) => {
    if (!isSetUpToken(platform.config.secret, token)) return refuse("link-not-valid")
    const user = await platform.identity.createFirst({ email, name, password })
    if (!user) return refuse("already-set-up")
    const { slug } = await foundWorkspace(platform, { name: workspaceName, ...place }, [{ user, role: "owner" }])
    return { slug }
  },
})

const found = action(contract.foundWorkspace, {
  load: (tx) => store.accessOf(tx, tx.actor.userId),
  may: (_person, access) => mayFoundWorkspace(access),
  act: async ({ actor, platform }, _access, founding) => {
    const user = await platform.identity.findById(actor.userId)
    if (!user) throw new Error(`user ${actor.userId} is signed in and unknown`)
    const { slug } = await foundWorkspace(platform, founding, [{ user, role: "owner" }], user.id)
    return { slug }
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

export const actions = [me, setUp, found, get, edit]
