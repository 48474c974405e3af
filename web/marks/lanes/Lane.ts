import type { Side } from "#core/actor"
import type { PlainDate } from "#core/time"

/** When a signal changed: onset with its 90 % band, and its level before and after. */
export type LaneChange = Readonly<{ onset: PlainDate; from: PlainDate; to: PlainDate; before: number; after: number }>

/** One signal over weeks. Missing weeks are null, never zero. */
export type Lane = Readonly<{
  key: string
  name: string
  /** Whose doing the signal measures; both when left out. */
  side?: Side
  /** The company whose it is, where several take part. */
  company?: string
  /** Stands behind values: "days", "per month". */
  unit?: string
  weeks: readonly PlainDate[]
  actual: readonly (number | null)[]
  /** The level that was signed, per week. */
  promised?: readonly (number | null)[]
  change?: LaneChange
  /** Its level before and after as a person says it; there without a change, too, where it is too early to date one. */
  said?: Readonly<{ before: string; after: string }>
}>

/** Something that happened near a change; with `lane` it belongs to that signal. */
export type LaneEvent = Readonly<{ id: string; on: PlainDate; title: string; lane?: string; side?: Side }>

/** What the reader points at, in the picture or in the text beside it. */
export type LaneFocus = Readonly<{ kind: "lane" | "event"; key: string }>

/** Where each lane lies in the picture, in pixels: the labels beside the canvas use the same numbers. */
export type Layout = Readonly<{
  left: number
  top: number
  laneHeight: number
  gap: number
  labelAbove: number
  bottom: number
}>

export const wideLayout: Layout = { left: 208, top: 34, laneHeight: 56, gap: 14, labelAbove: 0, bottom: 26 }
export const narrowLayout: Layout = { left: 2, top: 34, laneHeight: 52, gap: 12, labelAbove: 24, bottom: 26 }

export const laneTop = (layout: Layout, index: number): number =>
  layout.top + index * (layout.laneHeight + layout.gap + layout.labelAbove) + layout.labelAbove

export const pictureHeight = (layout: Layout, lanes: number): number =>
  laneTop(layout, lanes) - layout.labelAbove + layout.bottom
