import { LRUCache } from "lru-cache"
import type pg from "pg"

/** What PostgreSQL keeps parsed and planned, at most, on one connection. */
export const mostNamed = 500

/** Texts seen lately on any connection. What comes once only is not worth a name. */
const seen = new LRUCache<string, true>({ max: 4 * mostNamed })

type Connection = pg.Connection & { parsedStatements: Record<string, string> }

/**
 * Gives statements that come again a name, so that PostgreSQL parses and plans each once per connection. Of more than
 * `mostNamed` the one unused for longest is closed there. A name is never given twice, so it means one text for as long as
 * the connection lives; and closing, unlike DEALLOCATE, cannot fail: not when the statement never came to be, and not in a
 * transaction that has failed already.
 */
export const statementNames = (client: pg.ClientBase): ((text: string) => string | undefined) => {
  const connection = (client as pg.Client).connection as Connection
  let given = 0
  const names = new LRUCache<string, string>({
    max: mostNamed,
    dispose: (name, _text, why) => {
      if (why !== "evict") return
      connection.close({ name, type: "S" }, true)
      delete connection.parsedStatements[name]
    },
  })
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (!seen.has(text)) {
      seen.set(text, true)
      return undefined
    }
    const name = `k${given++}`
    names.set(text, name)
    return name
  }
}
