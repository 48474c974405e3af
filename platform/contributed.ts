import type { Approvable } from "./approvable.ts"
import type { Attention } from "./attention.ts"
import type { Belongings } from "./belongings.ts"
import type { CompanyRows } from "./companyRows.ts"
import type { DemoChapter } from "./demo.ts"
import type { EventKind } from "./event.ts"
import type { Figures } from "./figures.ts"
import type { Gate } from "./gate.ts"
import type { Hold } from "./hold.ts"
import type { Importable } from "./importable.ts"
import type { LinkAct } from "./link.ts"
import type { News } from "./news.ts"
import type { Personal } from "./personal.ts"
import type { Retained } from "./retained.ts"
import type { Searchable } from "./searchable.ts"
import type { Subject } from "./subject.ts"
import type { WeeklySource } from "./weekly.ts"

/** What all modules bring for others to use, put together by composition and handed down with the platform. */
export type Contributed = Readonly<{
  /** What can happen to its things, as the ledger records it. */
  events: readonly EventKind[]
  /** Weekly series it can tell of a partnership. Of two sources for one signal and side the later module's wins. */
  signals: readonly WeeklySource[]
  /** What can be found by name. */
  search: readonly Searchable[]
  /** What files, threads, tasks and links can be about. */
  subjects: readonly Subject[]
  /** What a mailed link may be good for. */
  linkActs: readonly LinkAct[]
  /** Acts that others may have to approve before they are done. */
  approvables: readonly Approvable[]
  /** What keeps others' things as they are for a time. */
  holds: readonly Hold[]
  /** What is closed to companies until something has been done. */
  gates: readonly Gate[]
  /** Lists of what waits for somebody. */
  attention: readonly Attention[]
  /** What it adds to each partnership of the demo workspace. */
  demo: readonly DemoChapter[]
  /** What it has to tell people. */
  news: readonly News[]
  /** What a file may bring into it. */
  importable: readonly Partial<Importable>[]
  /** What each column of its tables says of people: what an erasure takes out and an export hands out, and what stays. */
  personal: readonly Personal[]
  /** What somebody has who looks after it, and hands over when they go. */
  belongings: readonly Belongings[]
  /** Figures of a partnership that are stored, so that a portfolio is sorted by them. */
  figures: readonly Figures[]
  /** Where its rows name a company. */
  companyRows: readonly CompanyRows[]
  /** What it deletes after a time, which each workspace may choose. */
  retained: readonly Retained[]
}>
