import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Language } from "#core/languages"
import type { Refusal } from "#core/refusal"
import type { Instant } from "#core/time"
import type { Mail } from "./mail.ts"
import { seal } from "./seal.ts"
import type { Speech } from "./texts.ts"
import type { Tx, WorkspaceTx } from "./tx.ts"

/** One thing that can be pressed on a link's page. */
export type LinkButton = Readonly<{
  /** As it is recorded: "confirm". */
  press: string
  label: string
  /** What the reader must say with it; without it nothing is asked. */
  asksFor?: string
  /** What then does it: "Sign now"; "Send" where nothing is said. */
  submit?: string
  /** As many signs as they may have, where that is fewer than usual. */
  most?: number
}>

/** What a link's page says, to the person it was mailed to. */
export type LinkPage = Readonly<{
  heading: string
  facts: readonly Readonly<{ term: string; text: string }>[]
  /** Empty where it is settled. */
  buttons: readonly LinkButton[]
  /** What became of it, by whom and when, within the reader's rights: where there is nothing to press any more. */
  settled?: string
  /** What is shown here, what is not, and who can read it. */
  note?: string
}>

/** What a mail with a link is made of. */
export type LinkLetter = Readonly<{
  to: Readonly<{ name: string; email: string }>
  url: string
  days: number
  /** In whose words. */
  speech: Speech
}>

export type LinkWeight = "light" | "heavy"

type Common = Readonly<{
  /** The act it is good for, as it is stored: "confirm_promise". */
  kind: string
  /** What it is about, as in the slot `subjects`, where that is one. */
  about?: string
  /** How long it works. */
  days: number
  /**
   * `light`: whoever has the mail may press, in the name of the person it was mailed to, and the record says that it was by link.
   * `heavy`: what binds needs a sign-in of that very person, or a code from the same mailbox; before that, its page says for whom
   * it is and nothing of what it is about. An act that weighs more on some things than on others says so of each.
   */
  weight: LinkWeight | ((tx: WorkspaceTx, subjectId: Id) => Promise<LinkWeight>)
  /** The mail; undefined when nothing is to be asked any more. */
  letter(tx: Tx<System>, subjectId: Id, of: LinkLetter): Promise<Omit<Mail, "to"> | undefined>
}>

/** A link that leads to a page of the web which asks for more than a press. */
type LinkToPage = Common & Readonly<{ address(token: string): string }>

/** A link whose page shows something and takes a press. */
export type LinkToPress = Common &
  Readonly<{
    /** Asked as the person it was mailed to, with the rights they have now; undefined is a link that leads nowhere any more. */
    show(tx: WorkspaceTx, subjectId: Id, speech: Speech): Promise<LinkPage | undefined>
    /** Does it by the module's own rules; a refusal changes nothing, and the page is shown anew. */
    press(
      tx: WorkspaceTx,
      subjectId: Id,
      pressed: Readonly<{ press: string; words: string; address: string | undefined }>,
    ): Promise<true | Refusal>
    /** What was pressed, to whoever pressed it: "Confirmed by you". */
    done(press: string, speech: Speech): string
  }>

/** A link whose page only shows something, as often as it is opened until it expires or is taken back. */
export type LinkToRead = Common & Readonly<{ onlyShows: true; show: LinkToPress["show"] }>

/** One kind of act that a mailed link is good for: opening it shows, a press does. */
export type LinkAct = LinkToPage | LinkToPress | LinkToRead

export const weightOf = async (act: LinkAct, tx: WorkspaceTx, subjectId: Id): Promise<LinkWeight> =>
  typeof act.weight === "function" ? act.weight(tx, subjectId) : act.weight

/** Whether it leads to a page of the web instead of its own. */
export const leadsElsewhere = (act: LinkAct): act is LinkToPage => "address" in act

export const takesPress = (act: LinkAct): act is LinkToPress => "press" in act

/** Whom a link is mailed to. An account says itself what its person reads; of somebody without one it is said here. */
export type Addressee = Readonly<{
  name: string
  email: string
  userId?: string
  partyId: Id
  language?: Language
}>

/** The end of so many days. */
export const expiryAfter = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString()

/**
 * The word in a link. It is made from the id and the server's secret, so that the job that writes the mail can make it again
 * and no table or queue ever holds it; the database keeps only its hash.
 */
export const linkToken = (secret: string, link: Id): string => seal(secret, `link ${link}`)

/**
 * The token is random enough that hashing it needs no secret. The word keeps this hash apart from others, and stays what it was
 * when only invitations had links: those in mailboxes go on working.
 */
export const hashOfToken = (token: string): string => seal("invitation token", token)
