export type EmbeddedPostgres = Readonly<{
  /** The owner's connection to the database `keelson`; superuser, for migrations. */
  ownerUrl: string
  port: number
  /** The server's process now; it changes when the server had to be started again. */
  pid: number
  /** Graceful: sessions are ended, everything is written. Does nothing when another Keelson owns the server. */
  stop: () => Promise<void>
}>

export type EmbeddedPostgresOptions = Readonly<{
  /** Holds data, password, log and lock; made when absent. */
  folder: string
  log: (line: string) => void
  /** Use the server of a Keelson that already runs on this folder, instead of refusing. For commands beside it. */
  joins?: boolean
  /** false only for databases that are thrown away: a power cut may ruin them. */
  isDurable?: boolean
  preferredPort?: number
}>
