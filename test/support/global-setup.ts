import type { TestProject } from "vitest/node"
import { startSharedPostgres } from "./shared-postgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection to the server that all test files share. */
    ownerUrl: string
  }
}

let running: Awaited<ReturnType<typeof startSharedPostgres>> | undefined

/** Vitest runs this once per project before its first test file. */
export const setup = async (project: TestProject): Promise<void> => {
  running = await startSharedPostgres()
  project.provide("ownerUrl", running.ownerUrl)
}

export const teardown = async (): Promise<void> => {
  await running?.stop()
}
