import type { TestKeelson } from "./keelson.ts"
import { runAsOwner } from "./owner-connection.ts"
import type { Visitor, World } from "./visitors.ts"

type Reader = Pick<Visitor, "userId" | "workspaceId" | "company">

/** Who reads what is mailed to these addresses: a visitor, or one of the host's people who were there before them. */
export const readersOf = async (
  { ownerUrl }: TestKeelson,
  { visitors }: World,
): Promise<(to: readonly string[]) => Reader> => {
  const members = await runAsOwner<{ email: string; workspace: string }>(
    ownerUrl,
    "select email, workspace_id as workspace from member where deactivated_at is null",
  )
  return (to) => {
    const visitor = visitors.find(({ email }) => email !== "" && to.includes(email))
    const workspaceId = members.find(({ email }) => to.includes(email))?.workspace
    return visitor ?? { userId: "", workspaceId, company: undefined }
  }
}
