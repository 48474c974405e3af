import type { System } from "#core/actor"
import type { PastAtDoors } from "#platform/identity/past"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"

type Somebody = Readonly<{ userId: string }>
type Told = Readonly<{
  who: Somebody | undefined
  kind: PastAtDoors["kind"]
  daysAgo: number
  times?: number
  minutes?: number
  address?: string
  device?: string
  asked?: readonly string[]
}>

const [hourMs, dayMs] = [3_600_000, 86_400_000]
const office = "198.51.100.24"
const browser =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36"
const telephone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"

/** A month at the doors: ordinary days, one night of guesses, and two people who asked for what is not theirs. */
const month = (
  [owner, emea, americas, executive]: readonly Somebody[],
  partner: Somebody | undefined,
): readonly Told[] => [
  { who: owner, kind: "sign_in.succeeded", daysAgo: 1 },
  { who: emea, kind: "sign_in.succeeded", daysAgo: 2 },
  {
    who: executive,
    kind: "administration.refused",
    daysAgo: 3,
    times: 7,
    minutes: 12,
    device: telephone,
    address: "203.0.113.80",
    asked: ["GET /security-events", "GET /security-days", "GET /events"],
  },
  { who: executive, kind: "sign_in.succeeded", daysAgo: 3, device: telephone, address: "203.0.113.80" },
  {
    who: partner,
    kind: "unseen.refused",
    daysAgo: 5,
    times: 64,
    minutes: 9,
    asked: ["GET /partnerships/:partnership", "GET /partnerships/:partnership/notes"],
  },
  {
    who: partner,
    kind: "host_matters.refused",
    daysAgo: 5,
    times: 11,
    minutes: 4,
    asked: ["PUT /partnerships/:partnership", "POST /partnerships/:partnership/move"],
  },
  { who: partner, kind: "sign_in.succeeded", daysAgo: 5 },
  {
    who: americas,
    kind: "sign_in.held_up",
    daysAgo: 11,
    times: 38,
    minutes: 55,
    address: "203.0.113.9",
    device: "python-requests/2.32",
  },
  {
    who: americas,
    kind: "sign_in.failed",
    daysAgo: 11,
    times: 5,
    minutes: 3,
    address: "203.0.113.9",
    device: "python-requests/2.32",
  },
  { who: americas, kind: "password.changed", daysAgo: 10 },
  { who: americas, kind: "second_factor.on", daysAgo: 10 },
  { who: emea, kind: "sign_in.failed", daysAgo: 16, times: 2 },
  { who: owner, kind: "recovery_codes.made", daysAgo: 24 },
]

/** What the security log of the demo shows of the time before it was made. */
export const tellOfDoors = async (
  { identity, clock }: Pick<Platform, "identity" | "clock">,
  { workspaceId }: System,
  people: readonly Somebody[],
  partner: Somebody | undefined,
): Promise<void> => {
  const now = Date.parse(clock.now())
  const past = month(people, partner).flatMap(({ who, kind, daysAgo, times = 1, minutes = 0, ...from }, index) => {
    if (who === undefined) return []
    const at = now - daysAgo * dayMs - (index % 4) * hourMs
    const { address = office, device = browser, asked = [] } = from
    return {
      ...{ id: newId(), kind, userId: who.userId, times, address, device, asked },
      at: new Date(at).toISOString(),
      lastAt: new Date(at + minutes * 60_000).toISOString(),
      workspaceId: asked.length > 0 ? workspaceId : null,
    }
  })
  await identity.tellPast(past)
}
