import { candidateStages } from "#contract/recruitment"

const sorts = ["-movedAt", "movedAt", "-createdAt", "createdAt"] as const
export const shapes = ["board", "list", "compare", "sources"] as const

/** What the page shows, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  shape: shapes.find((shape) => shape === raw.shape) ?? ("board" as const),
  stage: candidateStages.find((stage) => stage === raw.stage) ?? ("" as const),
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
