import { defineConfig } from "vitest/config"

/** Policies and rules made wrong, each with a copy of its test: all in one process, for hundreds of them in seconds. */
export default defineConfig({
  test: { include: ["artefacts/mutants-*/**/as-planted.test.ts"], isolate: false, pool: "threads", maxWorkers: 1 },
})
