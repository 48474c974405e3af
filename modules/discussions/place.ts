import type { Id } from "#core/ids"

type Thread = Readonly<{ subjectKind: string; subjectId: Id; privateTo: Id | null }>

/** A thread as the address of a page names it: "occurrence:0198…", and ":own" behind it for one's own party's. */
export const threadKey = ({ subjectKind, subjectId, privateTo }: Thread): string =>
  `${subjectKind}:${subjectId}${privateTo === null ? "" : ":own"}`
