import { z } from "zod"
import { event } from "#platform/event"

const workspace = { subject: "workspace", visibility: "host" } as const
const row = z.record(z.string(), z.unknown())

export const workspaceFounded = event("workspace.founded", {
  ...workspace,
  payload: { name: z.string(), slug: z.string() },
})
export const workspaceChanged = event("workspace.changed", { ...workspace, payload: { before: row, after: row } })

export const memberJoined = event("member.joined", {
  subject: "member",
  visibility: "host",
  concernsSecurity: true,
  payload: {
    name: z.string(),
    role: z.string(),
    email: z.string().optional(),
  },
})

/** The stories of a demo workspace are all told; a start that was cut short goes on until then. */
export const demoFinished = event("demo.finished", { ...workspace, payload: {} })

/** Nobody signs in as one of the demo's people any more. */
export const demoEnded = event("demo.accounts_ended", {
  ...workspace,
  concernsSecurity: true,
  payload: { ended: z.number() },
})

export const events = [workspaceFounded, workspaceChanged, memberJoined, demoFinished, demoEnded]
