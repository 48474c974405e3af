import type { Id } from "#core/ids"

/** Rows of one column that went from one company to another, by what tells them apart. */
export type Moved = Readonly<{ table: string; column: string; ids: readonly Id[] }>

/** Two that became one, or one of which a part became another. */
export const mergerKinds = ["merge", "split"] as const
export type MergerKind = (typeof mergerKinds)[number]
