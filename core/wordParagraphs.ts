/** How words look in a file; the same three as in a clause. */
export const wordLooks = ["bold", "italic", "underline"] as const

/** Whether something was there before the changes that a file marks, and is there with all of them accepted. */
export type Standing = Readonly<{ before: boolean; after: boolean }>

export const stays: Standing = { before: true, after: true }
export const came: Standing = { before: false, after: true }
export const went: Standing = { before: true, after: false }
/** Taken out of what had come, by another change on top of that. */
export const cameAndWent: Standing = { before: false, after: false }

/** Words of a paragraph: "\n" is a line break, "\t" a tab. */
export type WordRun = Standing &
  Readonly<{
    text: string
    looks: readonly (typeof wordLooks)[number][]
    /** The value that stands here, by its name, and which place of the file it is: words of one place belong together. */
    place?: Readonly<{ name: string; nth: number }>
    /** In what was moved: put in besides, and not moved with the rest. */
    isBesides?: boolean
  }>

/** The list that a paragraph stands in: 0 is the outermost. One that is no item goes on in the item before it. */
export type WordList = Readonly<{ id: string; depth: number; isNumbered: boolean; isItem: boolean }>

/** A paragraph as Word keeps it, with what became of it: `end` is its end, without which its words go on in the next. */
export type WordParagraph = Readonly<{
  /** 0 is no heading. */
  heading: 0 | 1 | 2
  list: WordList | null
  /** Names of places that begin in it. */
  bookmarks: readonly string[]
  runs: readonly WordRun[]
  end: Standing
  /** It was moved as a whole, not taken out and put in. */
  isMoved?: boolean
  /** Who changed it and when, where it says so. */
  by?: Readonly<{ author: string; at: string }>
  /** Of comments that were made in it. */
  comments?: readonly string[]
}>
