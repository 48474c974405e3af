import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import type { CallOf } from "#client/call"
import { fieldErrors, isStatus, sentenceOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { editPartnership } from "#contract/partnerships"
import { getPartnership, type PartnershipForHost } from "#contract/portfolio"
import { type Details, detailsOf, inputOf } from "./details.ts"

/** Why something was not saved: a sentence, or that somebody else was quicker; undefined when it was. */
export type Unsaved = Readonly<{ reason: string }> | "changed-meanwhile" | undefined

/** How one property is saved. */
export type Save = (change: Partial<Details>, label: string, shown: Shown) => Promise<Unsaved>

/** What the page shows before the server has answered. */
export type Shown = Partial<PartnershipForHost>

/**
 * Saves one property where it is read: shown at once, taken back when the server refuses, undone from the toast. Several in a
 * row wait for each other, so that none of them meets its own predecessor as somebody else's change.
 */
export const useSave = (partnership: PartnershipForHost): Save => {
  const { t } = useTranslation("partnership")
  const latest = useRef(partnership)
  latest.current = partnership
  const version = useRef(0)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const told = useRef<Readonly<{ label: string; shown: Shown }>>(undefined)
  // By the version that a change replaced, for the undo of each.
  const befores = useRef(new Map<number, Details>())

  const edit = useAct(editPartnership, {
    showsProblem: false,
    optimistic: [
      {
        read: getPartnership,
        change: (page: PartnershipForHost, { params }: CallOf<typeof editPartnership>) =>
          page.id === params.partnership ? { ...page, ...told.current?.shown } : page,
      },
    ],
    done: () => t("rail.saved", { what: told.current?.label ?? "" }),
    undo: async ({ version: ifMatch, id }, { ifMatch: replaced }) => {
      const before = befores.current.get(Number(replaced))
      if (before) await act(editPartnership, { params: { partnership: id }, input: inputOf(before), ifMatch })
    },
  })

  const save: Save = async (change, label, shown) => {
    const before = detailsOf(latest.current)
    const ifMatch = Math.max(version.current, latest.current.version)
    told.current = { label, shown }
    befores.current.set(ifMatch, before)
    try {
      const saved = await edit.mutateAsync({
        params: { partnership: latest.current.id },
        input: inputOf({ ...before, ...change }),
        ifMatch,
      })
      version.current = saved.version
      return undefined
    } catch (problem) {
      if (isStatus(problem, 412)) return "changed-meanwhile"
      return { reason: Object.values(fieldErrors(problem))[0] ?? sentenceOf(problem) }
    }
  }
  return (...asked) => {
    const turn = line.current.then(() => save(...asked))
    line.current = turn
    return turn
  }
}
