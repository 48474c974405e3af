import type { Ask, FileContent, Note } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal } from "#core/refusal"
import type { EventKind } from "#platform/event"
import { discardContent } from "#platform/send-file"
import type { WorkspaceTx } from "#platform/tx"
import type { exportFields } from "./contract.ts"

/** A document with how many rows it holds. */
export type Made = Readonly<{ content: FileContent; rows: number | null }>

export const madeOf = (content: FileContent | Refusal, rows: number | null): Made | Refusal =>
  isRefusal(content) ? content : { content, rows }

type Export = Readonly<{
  subjectId: Id
  partnershipId?: Id
  name: string
  form: string
  audience: "host" | "shared"
  filter?: Readonly<Record<string, unknown>>
}>

/**
 * Makes a document and writes down that its maker's side took it, before a byte of it goes out: what cannot be written down is not
 * handed out. Each side's exports are its own business; the other does not read of them.
 */
export const takenDown =
  (
    kind: EventKind<typeof exportFields, "stated">,
    { subjectId, partnershipId, filter = {}, ...said }: Export,
    make: (ask: Ask) => Promise<Made | Refusal>,
  ) =>
  async (ask: Ask, note: Note): Promise<FileContent | Refusal> => {
    const made = await make(ask)
    if (isRefusal(made)) return made
    const payload = { ...said, filter: given(filter), rows: made.rows }
    try {
      const draft = { subjectId, partnershipId, payload }
      await note((tx: WorkspaceTx) => tx.record(kind, { ...draft, visibility: tx.actor.side }))
    } catch (fault) {
      await discardContent(made.content)
      throw fault
    }
    return made.content
  }

const given = (filter: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
