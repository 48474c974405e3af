import type { Actor, Person, WorkspaceActor } from "#core/actor"
import type { Endpoint, InputOf, OutputOf, RefusalOf, Upload } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import type { ActPlatform, Platform } from "./platform.ts"
import type { Tx } from "./tx.ts"
import type { Announced } from "./uploads-under-way.ts"
import type { Written } from "./written.ts"

/** Who can reach an endpoint, by its scope: a workspace's people, whom a link was mailed to, a signed-in person, or anyone. */
type ActorFor<E> = E extends { scope: "workspace" | "link" }
  ? WorkspaceActor
  : E extends { scope: "person" }
    ? Person
    : Actor

type Context<A extends Actor> = Tx<A> &
  Readonly<{
    tx: Tx<A>
    platform: ActPlatform
    /** Where it was asked from, as the first of what we do not run ourselves said; undefined where that is not known. */
    address: string | undefined
  }>

/**
 * One use case, run by `platform/http.ts` in one transaction, in this order:
 * `load` finds and locks what the act is about (`undefined` is answered 404, because the query only sees what the actor may see;
 * `platform` is there for what modules contribute, such as subjects);
 * `may` asks the policy (true, or the code of the refusal); of an endpoint that edits, the loaded version is then compared
 * with the one the caller read, so that `load` must return one; `act` decides, writes, records and returns the view.
 */
export type Action<E extends Endpoint = Endpoint, L = unknown> = Readonly<{
  endpoint: E
  load(tx: Tx<ActorFor<E>>, input: InputOf<E>, platform: ActPlatform): Promise<L | undefined>
  may(actor: ActorFor<E>, loaded: NoInfer<L>, input: InputOf<E>): true | RefusalOf<E>
  act(
    context: Context<ActorFor<E>>,
    loaded: NoInfer<L>,
    input: InputOf<E>,
  ): Promise<OutputOf<E> | Written<OutputOf<E>> | Refusal<RefusalOf<E>>>
  /** Of an endpoint that uploads: whether what is announced finds room, asked after `may` and before the first byte is taken. */
  room?(tx: Tx<ActorFor<E>>, announced: Announced, platform: ActPlatform): Promise<true | Refusal<RefusalOf<E>>>
  /**
   * Of an endpoint that uploads: what is done with the bytes when all have come, before the act's transaction begins and with
   * none open: looking at them, keeping them. A refusal ends the request. Who uploads is asked twice: `load`, which must then
   * lock nothing and not look at `upload`, and `may` are also run before the first byte is taken.
   */
  receive?(
    upload: Upload,
    context: Readonly<{ actor: ActorFor<E>; platform: Platform }>,
  ): Promise<Upload | Refusal<RefusalOf<E>>>
}>

/** What can be edited counts its changes. */
export type Versioned = Readonly<{ version: number }>

/** For acts that are about nothing that exists yet: `load: nothing`. */
export const nothing = async (): Promise<true> => true

/** Whoever finds it may read it: what somebody sees is decided where it is looked up, and by row-level security behind that. */
export const whoeverSeesIt = (): true => true

/** Everyone may ask what they themselves are and may do. */
export const oneself = (): true => true

/** The secret in the address is the permission; the act compares it. */
export const whoeverHoldsTheLink = (): true => true

/** It is the same for everybody and says nothing about anyone. */
export const everyone = (): true => true

/** Binds a use case to its endpoint. `may` has no default: leaving it out does not compile. */
export const action = <E extends Endpoint, L extends E extends { edits: true } ? Versioned : unknown>(
  endpoint: E,
  use: Omit<Action<E, L>, "endpoint">,
): Action => ({ endpoint, ...use }) as unknown as Action
