import pg from "pg"

// Loaded with --import before Keelson starts: tells the bench every statement before it goes to the database.
const { query } = pg.Client.prototype as { query: (...given: unknown[]) => unknown }

Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...given: unknown[]): unknown {
    const [config, values] = given as [string | pg.QueryConfig, unknown[] | undefined]
    if (typeof config === "string") process.send?.({ text: config, values: Array.isArray(values) ? values : [] })
    else if (typeof config.text === "string") process.send?.({ text: config.text, values: config.values ?? [] })
    return query.apply(this, given)
  },
})
