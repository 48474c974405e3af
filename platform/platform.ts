import type { Clock } from "./clock.ts"
import type { Config } from "./config.ts"
import type { Contributed } from "./contributed.ts"
import type { Renderer } from "./documents/renderer.ts"
import type { Identity } from "./identity.ts"
import type { Log } from "./log.ts"
import type { Mailer } from "./mail.ts"
import type { Storage } from "./storage/storage.ts"
import type { Texts } from "./texts.ts"
import type { Transact } from "./transaction.ts"
import type { Scan } from "./virus-scan.ts"

/** Everything that main.ts put together, handed to jobs. */
export type Platform = Readonly<{
  config: Config
  clock: Clock
  log: Log
  transact: Transact
  mail: Mailer
  identity: Identity
  /** Where the bytes of files are. */
  storage: Storage
  /** Looks files through for viruses; undefined where none is set. */
  scan: Scan | undefined
  /** What the modules bring for each other. */
  contributed: Contributed
  /** What pages and documents say, by language. */
  texts: Texts
  /** Makes documents beside the requests. */
  renderer: Renderer
}>

/** What an act has beside its transaction: nothing that would take a second connection. */
export type ActPlatform = Omit<Platform, "transact" | "identity">
