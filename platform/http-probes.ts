import type { FastifyInstance } from "fastify"
import type { Metrics } from "./metrics.ts"
import { tooBusy } from "./problem.ts"

/** `isReady` asks the database; it answers false (or fails) while there is none. */
export type Probes = Readonly<{ isReady(): Promise<boolean> }>

/** /health: the process answers. /ready: it can serve (its database answers). /metrics: Prometheus text. */
export const serveProbes = (app: FastifyInstance, probes: Probes, { registry }: Metrics): void => {
  app.get("/health", async () => ({ status: "ok" }))
  app.get("/ready", async () => {
    if (!(await probes.isReady().catch(() => false))) throw tooBusy()
    return { status: "ready" }
  })
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
