import type { FastifyInstance } from "fastify"
import { Gauge } from "prom-client"
import type { Metrics } from "./metrics.ts"
import { diskFull, tooBusy } from "./problem.ts"
import type { Readiness } from "./readiness.ts"

/** `readiness` writes something to the database and answers what keeps it from taking that. `waiting` counts who waits for a connection to it. */
export type Probes = Readonly<{ readiness(): Promise<Readiness>; waiting(): number }>

/** /health: the process answers. /ready: it can serve (its database takes what is written). /metrics: Prometheus text. */
export const serveProbes = (app: FastifyInstance, probes: Probes, { registry }: Metrics): void => {
  app.get("/health", async () => ({ status: "ok" }))
  app.get("/ready", async () => {
    const readiness = await probes.readiness()
    if (readiness !== "ready") throw readiness === "full" ? diskFull() : tooBusy()
    return { status: "ready" }
  })
  new Gauge({
    name: "database_requests_waiting",
    help: "Requests that wait for a database connection.",
    registers: [registry],
    collect() {
      this.set(probes.waiting())
    },
  })
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
