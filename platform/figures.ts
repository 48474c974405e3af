import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { sql } from "./database.ts"

type Sql = ReturnType<typeof sql>

/** Of what figures are read: the partnership `id` of a row `p` of `partnership`, on a day. */
export type FiguresAsked = Readonly<{ actor: WorkspaceActor; workspaceId: Id; id: Sql; today: PlainDate }>

/**
 * Figures of a partnership that are kept in its row of the portfolio. The module that owns them says of which tables they are made
 * and how they are read; who changes rows of these tables is asked for nothing more.
 */
export type Figures = Readonly<{
  /** Tables whose rows they follow from. */
  of: readonly string[]
  /** What must be joined beside the partnership; names in it begin with the module's. */
  join(asked: FiguresAsked): Sql
  /** Columns of `partnership_figures`, and what each of them is. */
  columns: Readonly<Record<string, Sql>>
  /** The first day after the asked one on which any of them may be another with nobody doing anything; null: on none. */
  changesOn?: Sql
}>

/** Partnerships whose figures one transaction changed: tables whose rows changed, by partnership. */
export type Touched = Readonly<{
  /** "every": whatever tables there are. */
  partnerships: ReadonlyMap<Id, ReadonlySet<string> | "every">
  /** New partnerships came in, too many to name. */
  hasNew: boolean
}>

/** Collects what a transaction touches, so that all of it is made anew once, at its end. */
export const openTouched = () => {
  const partnerships = new Map<Id, Set<string> | "every">()
  const state = { hasNew: false, by: undefined as WorkspaceActor | undefined }
  return {
    touch: (by: WorkspaceActor, ids: readonly Id[], tables?: readonly string[]): void => {
      if (tables?.length === 0) return
      state.by = by
      for (const id of ids) {
        const known = partnerships.get(id)
        if (known === "every") continue
        if (tables === undefined) partnerships.set(id, "every")
        else if (known === undefined) partnerships.set(id, new Set(tables))
        else for (const table of tables) known.add(table)
      }
    },
    touchNew: (by: WorkspaceActor): void => {
      state.by = by
      state.hasNew = true
    },
    /** Who touched, and what; nothing where nothing was. */
    taken: (): (Touched & { by: WorkspaceActor }) | undefined =>
      state.by && { by: state.by, partnerships, hasNew: state.hasNew },
  }
}

export type Touching = ReturnType<typeof openTouched>
