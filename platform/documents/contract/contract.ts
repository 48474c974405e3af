import type { Instant } from "#core/time"

/** How words look; words without a look are plain. */
export type Words = Readonly<{ text: string; isBold?: boolean; isItalic?: boolean; isUnderlined?: boolean }>

/** A row of words; "\n" in them begins a new line. A term stands in them as its value. */
export type Line = readonly Words[]

export type ContractBlock =
  | Readonly<{ kind: "paragraph"; words: Line }>
  | Readonly<{ kind: "list"; isNumbered: boolean; items: readonly (readonly ContractBlock[])[] }>

export type ContractClause = Readonly<{
  /** As on screen: "2.1". */
  number: string
  heading: string
  level: 1 | 2
  content: readonly ContractBlock[]
}>

type Fact = readonly [label: string, value: string]

/** A company that binds itself: in which part, under which full name, and what is known of it. */
export type ContractParty = Readonly<{ role: string; name: string; facts: readonly Fact[] }>

/** What belongs to the text and stands behind it, as rows. */
export type Annex = Readonly<{
  title: string
  note?: string
  /** The widest parts have more of the width, where the others have 1; numbers stand at the right. */
  columns: readonly Readonly<{ title: string; wide?: number; isNumeric?: boolean }>[]
  rows: readonly (readonly string[])[]
  /** Said where there is no row. */
  empty: string
}>

/**
 * The mark that somebody signed with: their name as they typed it; strokes as points; a path of an SVG in a field of that size; or
 * a picture (PNG, base64). `markFault` says what is wrong with one: nothing else than such a mark comes onto a page.
 */
export type Mark =
  | Readonly<{ kind: "typed"; text: string }>
  | Readonly<{ kind: "drawn"; strokes: readonly (readonly (readonly [x: number, y: number])[])[] }>
  | Readonly<{ kind: "path"; d: string; width: number; height: number }>
  | Readonly<{ kind: "picture"; png: string }>

/** One signature as it happened; what is not known is null, and is said so. */
export type Signature = Readonly<{
  name: string
  /** For which party, by its full name. */
  party: string
  mark: Mark | null
  /** How it was found out that it was them, in the reader's language, and no check that did not run. */
  method: string
  at: Instant
  address: string | null
  /** Who was asked first, and how it came to be another. */
  inPlaceOf?: Readonly<{ name: string; by: string; at: Instant; reason: string | null }>
}>

/** What happened, in its order; `who` is null where nobody did it, such as what follows by itself. */
export type TrailRow = Readonly<{ at: Instant; who: string | null; what: string }>

/** The last part of a signed document: who signed, how, when, from where; what led there; and where it can be checked. */
export type Certificate = Readonly<{
  signatures: readonly Signature[]
  trail: readonly TrailRow[]
  /** Name and value of what else is certified, such as a number of the envelope or the seal's certificate. */
  facts?: readonly Fact[]
  /** The address at which anybody can check the file. */
  verifyAt: string
}>

/** An agreement as it is read, printed and signed: every text in the reader's language, as it stands on the page. */
export type Contract = Readonly<{
  /** BCP 47, with its region where known. */
  language: string
  /** The agreement's: moments are written in UTC and in it. */
  timeZone: string
  madeAt: Instant
  /** The workspace, as author of the file. */
  owner: string
  title: string
  /** What it is: "Agreement of resellers", "Change of ...". */
  kind: string
  /** Stands at the head of each page, such as "Draft, version 3: binds nobody"; what is to be signed has none. */
  notice: string | null
  parties: readonly ContractParty[]
  particulars: readonly Fact[]
  clauses: readonly ContractClause[]
  /** Places to sign by hand, by party; none where it is signed already or not for signing. */
  places: readonly Readonly<{ party: string; role: string }>[]
  annexes: readonly Annex[]
  /** At the foot of each page: version and SHA-256 of what is agreed. */
  foot: string
  /** Said once at the end, small. */
  footnotes: readonly string[]
  certificate?: Certificate
  words: ContractWords
}>

/** What is written beside what the agreement says. */
export type ContractWords = Readonly<{
  /** With {page} and {pages}. */
  page: string
  /** With {signs}. */
  missingSigns: string
  between: string
  particulars: string
  signatures: string
  placeAndDay: string
  nameAndFunction: string
  signature: string
  /** With {number} and {title}. */
  annex: string
  certificate: Readonly<{
    title: string
    /** What the page is, in a sentence. */
    sentence: string
    /** With {party}. */
    onBehalfOf: string
    method: string
    time: string
    address: string
    notKnown: string
    /** With {name}, {by}, {at}; and {reason} where one was given. */
    inPlaceOf: string
    inPlaceOfBecause: string
    trail: string
    when: string
    who: string
    what: string
    /** With {address}. */
    verify: string
    /** Where nobody did it. */
    byItself: string
    /** Of a mark that is drawn, for those who listen: with {name}. */
    markOf: string
  }>
}>
