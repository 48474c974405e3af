import { request } from "#client/request"

/** What an invitation's link shows before it is accepted. */
export type Invitation = Readonly<{
  workspaceName: string
  email: string
  invitedBy: string
  /** True when this e-mail address has an account: its owner signs in instead of choosing a password. */
  hasAccount: boolean
}>

export const readInvitation = async (token: string): Promise<Invitation> =>
  (await request({ method: "GET", path: `/api/invitations/${encodeURIComponent(token)}` })) as Invitation

export const acceptInvitation = async (token: string, person: { name: string; password: string }): Promise<unknown> =>
  request({ method: "POST", path: `/api/invitations/${encodeURIComponent(token)}/accept`, body: person })
