import type { Id } from "#core/ids"

/** What waits for what. */
type Waiting = Readonly<{ id: Id; waitsFor: readonly Id[] }>

/**
 * The way from a task back to itself that would arise if it waited for these; undefined when there is none. Named from the task
 * on: it waits for the second, which waits for the third, and so on to the last, which waits for the first.
 */
export const circleOf = (tasks: readonly Waiting[], id: Id, waitsFor: readonly Id[]): readonly Id[] | undefined => {
  const byId = new Map(tasks.map((task) => [task.id, task.waitsFor]))
  const seen = new Set<Id>()
  const wayBack = (from: Id): readonly Id[] | undefined => {
    if (from === id) return []
    if (seen.has(from)) return undefined
    seen.add(from)
    for (const next of byId.get(from) ?? []) {
      const rest = wayBack(next)
      if (rest) return [from, ...rest]
    }
    return undefined
  }
  for (const next of waitsFor) {
    const rest = wayBack(next)
    if (rest) return [id, ...rest]
  }
  return undefined
}
