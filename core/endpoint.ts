import { z } from "zod"
import type { Refusal } from "./refusal.ts"
import { changedMeanwhile } from "./refusalTexts.ts"

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/**
 * Where an endpoint lives: inside a workspace (`/api/w/:workspace`), for a signed-in person, for anyone (`/api`), or for whoever
 * holds a mailed link, whose token is its first path parameter.
 */
export type Scope = "workspace" | "person" | "public" | "link"

/** An expected "no": HTTP status and one sentence that says what to do. */
export type RefusalText = Readonly<{ status: 403 | 409 | 410 | 412 | 413 | 422 | 423 | 429; title: string }>

/**
 * Words for what is kept, such as "commitments". An act names what it changes, a read what it shows; whoever holds an
 * answer reads it anew after an act that shares a word with it.
 */
export type Topics = readonly string[]

/** Every act in a workspace leaves a line in the ledger, so none of them names this one itself. */
const ledger = "ledger"

type Touches<M extends Method> = M extends "GET"
  ? { reads: Topics; changes?: never }
  : { changes: Topics; reads?: never }

/** What can be wrong with one field, for a page to say in the reader's language; `expected` comes with its own words. */
export const fieldKinds = [
  ...(["missing", "type", "choice", "email", "url", "date", "expected", "unknown", "characters"] as const),
  ...(["too-short", "too-long", "too-small", "too-large", "too-few", "too-many"] as const),
] as const
export type FieldKind = (typeof fieldKinds)[number]

type Fields = z.ZodRawShape
type Output<F extends Fields> = keyof F extends never ? unknown : z.output<z.ZodObject<F>>

/**
 * The contract of one endpoint: what crosses the wire, in both directions, and every refusal it may answer with.
 * `params`, `query` and `input` are strict (unknown fields are refused) and reach the action as one flat object.
 */
export type Endpoint<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  I extends Fields = Fields,
  O extends z.ZodType = z.ZodType,
  R extends Readonly<Record<string, RefusalText>> = Readonly<Record<string, RefusalText>>,
  S extends Scope = Scope,
  Edits extends boolean = boolean,
  Uploads extends UploadSize | false = UploadSize | false,
> = Readonly<{
  method: Method
  path: string
  summary: string
  /** What its answer is made of; empty for an act. */
  reads: Topics
  /** What it changes, of its own module and of lower ones; empty for a read. */
  changes: Topics
  scope: S
  params: z.ZodObject<P, z.core.$strict>
  query: z.ZodObject<Q, z.core.$strict>
  input: z.ZodObject<I, z.core.$strict>
  output: O
  refusals: R
  /** The request must carry `If-Match` with the version that was read; another one in the meantime is `changed-meanwhile`. */
  edits: Edits
  /** Something new is there afterwards: answered 201 instead of 200. */
  makes: boolean
  /** The body is one file (multipart/form-data, field "file"); the action receives it as `upload`. */
  uploads: Uploads
  /** The answer is a file: the action returns a `Download`, and this is its media type; or a `StoredDownload`. */
  downloads: string | undefined
}>

/** How large an upload may be: as large as a table of a million rows, or what the settings allow a file. */
export type UploadSize = "table" | "file"

/**
 * A file that was uploaded, kept outside the web root under a name of our own. `hash` is SHA-256, hexadecimal; `mediaType` is what
 * the action's `receive` found it to be.
 */
export type Upload = Readonly<{ path: string; fileName: string; bytes: number; hash: string; mediaType?: string }>

/** Reads through an endpoint as whoever asked for the file, and with the rights they have by now: what a page shows them, a file holds. */
export type Ask = <E extends Endpoint>(endpoint: E, input?: RequestOf<E>) => Promise<OutputOf<E>>

/** Writes, as whoever asked for the file and in a transaction of its own, what is to be known of it once it is made. */
export type Note = (write: (tx: never) => Promise<void>) => Promise<void>

/** What a file holds: as it is, or written to a path of our own, which goes once it is handed out. */
export type FileContent = string | Uint8Array | Readonly<{ path: string }>

/** A file to hand out. `content` can say how it is made: it is asked once the action's transaction is over, so that making it holds none. */
export type Download = Readonly<{
  fileName: string
  /** Where it is not always the endpoint's own. */
  mediaType?: string
  content: FileContent | ((ask: Ask, note: Note) => Promise<FileContent | Refusal>)
}>
export const downloadShape = z.custom<Download>()

/** What an endpoint that hands out stored bytes says in `downloads`: each file has a media type of its own. */
export const stored = "stored"

/** A file to hand out whose bytes are in the store; they are sent after the transaction, which holds no connection meanwhile. */
export const storedDownloadShape = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  /** Where the store has it. */
  key: z.string(),
})
export type StoredDownload = z.input<typeof storedDownloadShape>

/** What an action receives: path parameters, query and body in one flat object; through a link also who is signed in beside it. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer I, z.ZodType>
    ? Output<P> &
        Output<Q> &
        Output<I> &
        (E extends { uploads: UploadSize } ? { upload: Upload } : unknown) &
        (E extends { scope: "link" } ? { signedInAs?: string } : unknown)
    : never
type Request<F extends Fields> = keyof F extends never ? unknown : z.input<z.ZodObject<F>>

/** What a caller sends: fields with a default may be left out. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer I, z.ZodType> ? Request<P> & Request<Q> & Request<I> : never
/** What an action returns and the caller reads. */
export type OutputOf<E> = E extends Endpoint<Fields, Fields, Fields, infer O> ? z.input<O> : never
/** The codes an endpoint may refuse with. */
export type RefusalOf<E> = E extends { refusals: infer R } ? keyof R & string : never

/** Declares an endpoint. `path` uses `:name` for each of `params`. */
export const endpoint = <
  M extends Method,
  O extends z.ZodType,
  P extends Fields = Record<never, never>,
  Q extends Fields = Record<never, never>,
  I extends Fields = Record<never, never>,
  const R extends Readonly<Record<string, RefusalText>> = Record<never, never>,
  S extends Scope = "workspace",
  Edits extends boolean = false,
  Uploads extends UploadSize | false = false,
>(
  method: M,
  path: string,
  shape: Touches<M> & {
    summary: string
    scope?: S
    params?: P
    query?: Q
    input?: I
    output: O
    refusals?: R
    edits?: Edits
    makes?: M extends "POST" ? boolean : never
    uploads?: Uploads
    downloads?: string
  },
): Endpoint<P, Q, I, O, R, S, Edits, Uploads> => ({
  method,
  path,
  summary: shape.summary,
  reads: shape.reads ?? [],
  changes: shape.changes ? [...shape.changes, ledger] : [],
  scope: shape.scope ?? ("workspace" as S),
  params: z.strictObject((shape.params ?? {}) as P),
  query: z.strictObject((shape.query ?? {}) as Q),
  input: z.strictObject((shape.input ?? {}) as I),
  output: shape.output,
  refusals: { ...(shape.edits ? changedMeanwhile : {}), ...(shape.refusals ?? {}) } as R,
  edits: shape.edits ?? (false as Edits),
  makes: shape.makes ?? false,
  uploads: shape.uploads ?? (false as Uploads),
  downloads: shape.downloads,
})

/** The shapes that many contracts share. */
export const idShape = z.uuid()
export const plainDateShape = z.iso.date().refine((date) => !date.startsWith("0000"), "a year between 0001 and 9999")
/** To the millisecond, the finest that JavaScript can say: of a finer one the rest would be lost on the way back, and a list's page begun there would leave rows out. */
export const instantShape = z.iso.datetime().overwrite((text) => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : at.toISOString()
})
export const textShape = (max = 200) => z.string().trim().min(1).max(max)
export const currencyShape = z.string().regex(/^[A-Z]{3}$/, "a currency code (ISO 4217), such as EUR")
export const countryShape = z.string().regex(/^[A-Z]{2}$/, "a two-letter country code (ISO 3166-1), such as DE")
export const domainShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, "a domain, such as example.com")
export const moneyShape = z.strictObject({ amountMinor: z.number().int(), currency: currencyShape })

/** What the caller may do with a thing: true, or the code of the refusal that the act would meet. */
export const abilityShape = z.union([z.literal(true), z.string()])
export type Ability = true | string

/** The query fields of a list: page size, where to go on, and one of the declared sorts ("-" for descending). */
export const listQuery = <const S extends readonly [string, ...string[]]>(sorts: S) => ({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(1_000).optional(),
  sort: z.enum(sorts).default(sorts[0]),
})

/** A page of a list; `next` is the `after` of the following page, null on the last. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
