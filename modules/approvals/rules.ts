import { checkExpression } from "#core/expression/check"
import { boolean, type Variables } from "#core/expression/types"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import type { Step } from "./rules/asked.ts"
import type { ApprovalState, Decision, Post } from "./rules/words.ts"

export * from "./rules/agreed.ts"
export * from "./rules/asked.ts"
export * from "./rules/patience.ts"
export * from "./rules/words.ts"

export type Person = Readonly<{ userId: string; name: string; role: string }>
export type Deputy = Readonly<{ personId: string; deputyId: string; fromOn: PlainDate; toOn: PlainDate }>

/** A place at a step: whose word it is, and who may give it now. */
export type Seat = Readonly<{ holder: string; answerers: readonly string[] }>

/** The seat of a step whose people have all left: the administrators hold it. */
export const administrators = "administrators"
const longestChain = 5

type Scene = Readonly<{
  /** The host's active people. */
  people: readonly Person[]
  deputies: readonly Deputy[]
  today: PlainDate
  /** Who asked does not approve, nor stands in for anybody who does. */
  askedBy: string
  /** Nor do these: what they decided is to be looked at by others. */
  barred?: readonly string[] | undefined
  /** Who holds which post in the partnership it is about. */
  posts?: Readonly<Partial<Record<Post, readonly string[]>>> | undefined
}>

/**
 * Who has a word at a step today. Whoever is away is stood in for at once, also by a deputy's deputy; whoever has left, and whoever
 * asked, has no seat. Where nobody is left, and where somebody away has no deputy who is there, it is the owners' and admins' to say.
 */
export const seatsOf = (step: Pick<Step, "userIds" | "role" | "post">, scene: Scene): readonly Seat[] => {
  const { people, askedBy, barred } = scene
  const there = people.filter(({ userId }) => userId !== askedBy && !barred?.includes(userId))
  const named = step.post === undefined ? step.userIds : scene.posts?.[step.post]
  const wanted = there.filter(({ userId, role }) => named?.includes(userId) === true || role === step.role)
  if (wanted.length === 0) return [{ holder: administrators, answerers: administratorsOf(there) }]
  return wanted.map(({ userId }) => ({ holder: userId, answerers: answerersFor(userId, there, scene) }))
}

/** Who runs the workspace. */
export const administratorsOf = (people: readonly Person[]): readonly string[] =>
  people.filter(({ role }) => role === "owner" || role === "admin").map(({ userId }) => userId)

const answerersFor = (holder: string, there: readonly Person[], { deputies, today }: Scene): readonly string[] => {
  const inFor = (person: string) =>
    deputies.find(({ personId, fromOn, toOn }) => personId === person && fromOn <= today && today <= toOn)?.deputyId
  const first = inFor(holder)
  if (first === undefined) return [holder]
  let deputy = first
  for (let link = 0; link < longestChain; link++) {
    const next = inFor(deputy)
    if (next === undefined || next === holder) break
    deputy = next
  }
  const isThere = there.some(({ userId }) => userId === deputy) && (inFor(deputy) === undefined || deputy === holder)
  return [...new Set([holder, ...(isThere ? [deputy] : administratorsOf(there))])]
}

/** Whether anybody could ever answer a step. */
export const canBeAnswered = (seats: readonly Seat[]): boolean => seats.every(({ answerers }) => answerers.length > 0)

export type Answer = Readonly<{ step: number; userId: string; standsFor: readonly string[]; decision: Decision }>

const isSettled = ({ holder }: Seat, answers: readonly Answer[]): boolean =>
  answers.some(({ standsFor }) => standsFor.includes(holder))

/** Where a step stands: one no is a no; a yes of one, or of every seat. Seats of people who have left are not waited for. */
export const standingOf = (
  step: Pick<Step, "needs">,
  seats: readonly Seat[],
  answers: readonly Answer[],
): "approved" | "rejected" | "waiting" => {
  if (answers.some(({ decision }) => decision === "reject")) return "rejected"
  const isApproved = answers.length > 0 && (step.needs === "one" || seats.every((seat) => isSettled(seat, answers)))
  return isApproved ? "approved" : "waiting"
}

type Asked = Readonly<{ state: ApprovalState; hash: string }>

/** The seats that somebody may speak for now, and that nobody has yet. */
export const openSeatsOf = (userId: string, seats: readonly Seat[], answers: readonly Answer[]): readonly Seat[] =>
  seats.filter((seat) => seat.answerers.includes(userId) && !isSettled(seat, answers))

export const decideOpen = ({ state }: Pick<Asked, "state">): true | Refusal<"already-decided"> =>
  state === "waiting" || refuse("already-decided", { state })

/** An answer is about what its giver saw: what has changed since, on either side, is another thing. */
export const decideAnswer = (
  asked: Asked,
  {
    decision,
    reason,
    seen,
    now,
  }: Readonly<{ decision: Decision; reason: string | undefined; seen: string; now: string }>,
): true | Refusal<"already-decided" | "subject-changed" | "reason-to-reject"> => {
  const open = decideOpen(asked)
  if (open !== true) return open
  if (seen !== asked.hash || now !== asked.hash) return refuse("subject-changed")
  if (decision === "reject" && reason === undefined) return refuse("reason-to-reject", { field: "reason" })
  return true
}

/** A rule that names people names some; a step is theirs, a role's or a post's; and its condition can be asked. */
export const decideRule = (
  steps: readonly Step[],
  people: readonly Pick<Person, "userId">[],
  variables: Variables,
): true | Refusal<"unknown-approver" | "approvers-needed" | "expression-refused"> => {
  for (const [at, { userIds, role, post, condition }] of steps.entries()) {
    const ways = [userIds !== undefined && userIds.length > 0, role !== undefined, post !== undefined]
    if (ways.filter(Boolean).length !== 1) return refuse("approvers-needed", { field: `steps.${at}` })
    if (userIds?.some((id) => !people.some(({ userId }) => userId === id)))
      return refuse("unknown-approver", { field: `steps.${at}.userIds` })
    const checked = condition === undefined ? undefined : checkExpression(condition, variables, boolean)
    if (isRefusal(checked)) return refuse("expression-refused", { ...checked.detail, field: `steps.${at}.condition` })
  }
  return true
}

/** One is stood in for by somebody else, by one person on each day, and not in the past. */
export const decideDeputy = (
  wanted: Deputy,
  known: readonly Deputy[],
  today: PlainDate,
): true | Refusal<"deputy-of-oneself" | "deputy-days" | "deputy-overlaps"> => {
  if (wanted.deputyId === wanted.personId) return refuse("deputy-of-oneself", { field: "deputyId" })
  if (wanted.toOn < wanted.fromOn || wanted.toOn < today) return refuse("deputy-days", { field: "toOn" })
  const own = known.filter(({ personId }) => personId === wanted.personId)
  const overlaps = own.some(({ fromOn, toOn }) => fromOn <= wanted.toOn && wanted.fromOn <= toOn)
  return overlaps ? refuse("deputy-overlaps", { field: "fromOn" }) : true
}
