import type { CandidateStage } from "#contract/recruitment"

const sorts = ["-movedAt", "movedAt", "-createdAt", "createdAt"] as const
export const shapes = ["board", "list"] as const

/** What the page shows, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  shape: shapes.find((shape) => shape === raw.shape) ?? ("board" as const),
  // The list of stages is not fetched with every page of the workspace; a word that is none is refused by the server.
  stage: typeof raw.stage === "string" ? (raw.stage as CandidateStage) : ("" as const),
  profile: typeof raw.profile === "string" ? raw.profile : "",
  owner: typeof raw.owner === "string" ? raw.owner : "",
  sort: sorts.find((sort) => sort === raw.sort) ?? ("-movedAt" as const),
})
export type View = ReturnType<typeof readView>

/** The same as it is asked for. */
export const narrowed = ({ profile, owner }: Pick<View, "profile" | "owner">) => ({
  ...(profile === "" ? {} : { profile }),
  ...(owner === "" ? {} : { owner }),
})
