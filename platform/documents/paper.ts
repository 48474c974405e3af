import type { Money } from "#core/money"
import type { Instant, PlainDate } from "#core/time"
import type { Tone } from "#core/tokens"

/** What a column holds. A share is of one: 0.5 is written 50 %. */
export type ColumnKind = "text" | "number" | "money" | "date" | "instant" | "share"

/** Null is not known, which is written as nothing or a dash and never as zero. */
export type Value = string | number | Money | null

export type Column = Readonly<{
  /** Stable, for machines: the head of a CSV file. */
  key: string
  title: string
  kind: ColumnKind
  /** Decimals of a number or share. */
  digits?: number
  /** Part of the width, where the others have 1. */
  wide?: number
}>

/** In documents for people a cell can be more than its value. */
export type Cell =
  | Value
  /** A state in its colour, which never speaks alone. */
  | Readonly<{ text: string; tone: Tone }>
  /** Weeks from 0 to 100; null is not known. */
  | Readonly<{ strip: readonly (number | null)[]; label: string }>

export type Figure = Readonly<{ label: string; value: string; note?: string; tone?: Tone }>

/** One measured thing over weeks, against what was promised, with the change that was found in it. */
export type Lane = Readonly<{
  name: string
  detail: string
  isOurs: boolean
  firstWeek: PlainDate
  actual: readonly (number | null)[]
  promised: readonly (number | null)[] | null
  onset: Readonly<{ on: PlainDate; low: PlainDate; high: PlainDate }> | null
}>

export type Block = Readonly<{ title?: string; note?: string }> &
  (
    | Readonly<{ kind: "figures"; figures: readonly Figure[] }>
    | Readonly<{ kind: "text"; paragraphs: readonly string[] }>
    | Readonly<{ kind: "table"; columns: readonly Column[]; rows: readonly (readonly Cell[])[]; empty: string }>
    | Readonly<{ kind: "lanes"; lanes: readonly Lane[]; label: string }>
    /** Parts of a whole, for one or several wholes: each row counts the same parts, in their order. */
    | Readonly<{
        kind: "shares"
        parts: readonly Readonly<{ label: string; tone: Tone }>[]
        rows: readonly Readonly<{ label: string; counts: readonly number[] }>[]
      }>
  )

/** A document as what it says, in the reader's language, before it has a form: PDF and presentation are made of the same one. */
export type Paper = Readonly<{
  /** BCP 47, with its region: words, numbers and dates are written in it. */
  language: string
  timeZone: string
  title: string
  subtitle?: string
  /** The answer, before all evidence. */
  sentence: string
  /** Who may read it; stands on every page. */
  audience: string
  /** Whose it is, who made it, of when, for which filter: name and value, at the foot. */
  facts: readonly (readonly [label: string, value: string])[]
  /** The workspace. */
  owner: string
  author: string
  madeAt: Instant
  isLandscape?: boolean
  blocks: readonly Block[]
  footnotes: readonly string[]
  words: Readonly<{
    /** With {page} and {pages}. */
    page: string
    /** With {signs}: what is said of signs that no font has. */
    missingSigns: string
    /** Of what is drawn dashed. */
    promised: string
    /** Of the band around an onset. */
    onset: string
    /** A table that goes on: {title} and {part}. */
    goesOn: string
    week: string
  }>
}>

/** Rows with typed columns, as many as there are: a workbook or a CSV file. An amount takes two columns there: it and its currency. */
export type Sheet = Readonly<{
  name: string
  timeZone: string
  columns: readonly Column[]
  /** Said below the rows of a workbook, by name and value. */
  about: readonly (readonly [label: string, value: string])[]
  words: Readonly<{ rows: string; currency: string }>
}>

export type SheetRow = readonly Value[]

/** A day, or a time, that a calendar shows. */
export type CalendarEntry = Readonly<{
  /** The same for the same thing for ever, so that a calendar knows it again. */
  uid: string
  /** Grows with every change. */
  sequence: number
  on: PlainDate | Readonly<{ at: Instant; minutes: number }>
  summary: string
  description?: string
  isCancelled?: boolean
}>

export type CalendarPaper = Readonly<{
  name: string
  timeZone: string
  language: string
  madeAt: Instant
  url?: string
  entries: readonly CalendarEntry[]
}>
