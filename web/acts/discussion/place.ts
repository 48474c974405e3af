import type { listMentionablePeople } from "#contract/discussions"
import type { RequestOf } from "#core/endpoint"

/** Which thread: what it is about, and for whom. */
export type ThreadPlace = Pick<RequestOf<typeof listMentionablePeople>, "subjectKind" | "subjectId"> & {
  audience: "shared" | "own"
}

/** What it is about. */
export type SubjectProp = Readonly<{ kind: string; id: string }>

/** As an address says it: "occurrence:0198…", and ":own" behind it for one's own party's. */
export const threadKey = ({ kind, id }: SubjectProp, audience: ThreadPlace["audience"] = "shared"): string =>
  audience === "own" ? `${kind}:${id}:own` : `${kind}:${id}`

export const readThreadKey = (
  key: unknown,
): { subject: SubjectProp; audience: ThreadPlace["audience"] } | undefined => {
  const [, kind, id, own] = /^([a-z_]{1,40}):([0-9a-f-]{36})(:own)?$/.exec(typeof key === "string" ? key : "") ?? []
  return kind === undefined || id === undefined
    ? undefined
    : { subject: { kind, id }, audience: own === undefined ? "shared" : "own" }
}
