import { totalmem } from "node:os"

const MiB = 1024 * 1024

/**
 * PostgreSQL settings for a server that lives beside the application on one machine.
 * `durable: false` is for databases that are thrown away, such as those of tests.
 */
export const settingsFor = (durable: boolean): Readonly<Record<string, string>> => ({
  max_connections: "100",
  shared_buffers: megabytes(memory() / 8, 256, 2048),
  effective_cache_size: megabytes(memory() / 2, 512, 65_536),
  work_mem: "16MB",
  maintenance_work_mem: "256MB",
  // Containers often have a /dev/shm of 64 MB: parallel queries then take their memory from here first.
  min_dynamic_shared_memory: "32MB",
  // Our queries are short and our disks are not spinning.
  jit: "off",
  random_page_cost: "1.1",
  // Nobody replicates from the embedded server, and COPY into a new table may then skip the log.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  wal_buffers: "16MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  ...(durable
    ? { synchronous_commit: "on" }
    : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", shared_buffers: "128MB" }),
})

/** What this process may use: the container's limit when there is one. */
const memory = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

const megabytes = (bytes: number, least: number, most: number): string =>
  `${Math.round(Math.min(most, Math.max(least, bytes / MiB)))}MB`
