/** A thing of one of the lists of what waits, by the list's key and what it is known by there. */
export type Thing = Readonly<{ list: string; id: string }>

/** Things one act puts off or puts back. */
export const mostAtOnce = 100

/** More than this nobody remembers having put off. */
export const mostSnoozed = 500
