import { expect, test } from "vitest"
import { linkTo } from "#client/linkTo"
import type { NotificationView } from "#contract/notifications"
import { pathOf } from "./place.ts"

const places = {
  partnership: (id: string) => `/p/${id}`,
  negotiation: (partnership: string, draft: string) => `/n/${partnership}/${draft}`,
  promise: (id: string, due?: string) => `/m/${id}${due === undefined ? "" : `?due=${due}`}`,
}
const told = (payload: Record<string, unknown>, partnershipId: string | null = "1") =>
  pathOf({ partnershipId, payload } as unknown as NotificationView, places)

test("news leads to its day, its thread, or its partnership", () => {
  expect(told({})).toBe("/p/1")
  expect(told({ draftId: "5", proposalId: "6" })).toBe("/n/1/5")
  expect(told({ thread: "occurrence:2" })).toBe("/p/1?thread=occurrence%3A2")
  expect(told({ commitmentId: "3", dueOn: "2026-02-02" })).toBe("/m/3?due=2026-02-02")
  expect(told({ commitmentId: "3", thread: "x" })).toBe("/m/3?thread=x")
  expect(told({ commitmentId: "3", dueOn: "2026-02-02", thread: "x" })).toBe("/m/3?due=2026-02-02&thread=x")
  expect([told({}, null), told({ candidateId: "4" }, null)]).toEqual([undefined, undefined])
  expect(
    pathOf({ partnershipId: null, payload: { candidateId: "4" } } as never, {
      ...places,
      candidate: (id) => `/c/${id}`,
    }),
  ).toBe("/c/4")
})

test("a link of the router has what stands behind the question mark beside its path", () => {
  expect(linkTo("/m/3")).toEqual({ to: "/m/3", search: {} })
  expect(linkTo("/m/3?due=2026-02-02&thread=a%3Ab")).toEqual({
    to: "/m/3",
    search: { due: "2026-02-02", thread: "a:b" },
  })
  expect(linkTo("/sign-in?next=%2Fw%2Fdemo%3Fa%3D1")).toEqual({ to: "/sign-in", search: { next: "/w/demo?a=1" } })
})
