import type { PlanTemplate } from "#contract/tasks"

type Step = PlanTemplate["steps"][number]

/** A step as it is being written; every field is there, so that a form can hold it. */
export type DraftStep = {
  key: string
  title: string
  description: string
  side: "host" | "partner"
  role: string
  isPrivate: boolean
  isOptional: boolean
  count: number | string
  unit: "days" | "workdays"
  after: string
  waitsFor: string[]
  needsEvidence: boolean
  opensRegistration: boolean
  resources: { name: string; link: string }[]
}

/** A plan as it is being written. */
export type PlanValues = { name: string; description: string; steps: DraftStep[] }

export const emptyStep = (key: string): DraftStep => ({
  ...{ key, title: "", description: "", side: "host", role: "", isPrivate: false, isOptional: false },
  ...{ count: 1, unit: "workdays", after: "", waitsFor: [] },
  ...{ needsEvidence: false, opensRegistration: false, resources: [] },
})

/** Short names by which steps know each other; people never see them. */
export const freeKey = (steps: readonly Pick<DraftStep, "key">[]): string => {
  for (let number = steps.length + 1; ; number++) {
    const key = `step-${number}`
    if (!steps.some((step) => step.key === key)) return key
  }
}

export const draftOf = ({ offset, description, role, after, waitsFor, grants = [], ...step }: Step): DraftStep => ({
  ...step,
  ...{ description: description ?? "", role: role ?? "", after: after ?? "", waitsFor: [...(waitsFor ?? [])] },
  ...{
    isPrivate: step.isPrivate ?? false,
    isOptional: step.isOptional ?? false,
    needsEvidence: step.needsEvidence ?? false,
    count: offset.count,
    unit: offset.unit,
  },
  opensRegistration: grants.some(({ opens }) => opens === "deal_registration"),
  resources: grants.flatMap((grant) => (grant.opens === "resource" ? [{ name: grant.name, link: grant.link }] : [])),
})

/** What is sent of a step. */
export const stepOf = ({
  count,
  unit,
  description,
  role,
  after,
  isPrivate,
  opensRegistration,
  resources,
  ...step
}: DraftStep): Step => ({
  ...step,
  isPrivate: isPrivate && step.side === "host",
  // What is for the host alone opens nothing.
  grants:
    isPrivate && step.side === "host"
      ? []
      : [
          ...(opensRegistration ? [{ opens: "deal_registration" as const }] : []),
          ...resources.map((resource) => ({ opens: "resource" as const, ...resource })),
        ],
  offset: { count: Number(count), unit },
  ...(description.trim() ? { description } : {}),
  ...(role ? { role: role as NonNullable<Step["role"]> } : {}),
  ...(after ? { after } : {}),
})

/** Without a step: what waited for it, or was dated after it, goes on from the start. */
export const withoutStep = (steps: readonly DraftStep[], key: string): DraftStep[] =>
  steps
    .filter((step) => step.key !== key)
    .map((step) => ({
      ...step,
      after: step.after === key ? "" : step.after,
      waitsFor: step.waitsFor.filter((each) => each !== key),
    }))
