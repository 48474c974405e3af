import { SimpleGrid } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnershipPeople, type RoleAssignment } from "#contract/people"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useViewerSide } from "#ui/viewer"
import { SideOfPeople } from "./people/SideOfPeople.tsx"

type Shown = OutputOf<typeof getPartnershipPeople>

type PeopleProps = {
  partnershipId: string
  /** What may be done beside the title, and with a part that somebody plays. */
  actOnAll?: (people: Shown) => ReactNode
  actOn?: (people: Shown, assignment: RoleAssignment) => ReactNode
}

/** Who plays which part on either side, who did before, and which parts nobody plays; the reader's side first. */
export const People = ({ partnershipId, actOnAll, actOn }: PeopleProps) => {
  const { t } = useTranslation("people")
  const own = useViewerSide()
  const people = useEndpoint(getPartnershipPeople, { params: { partnership: partnershipId } })
  return (
    <Panel
      title={t("title")}
      hint={people.data ? t("vacancies", { count: people.data.vacancies.length }) : undefined}
      aside={people.data ? actOnAll?.(people.data) : null}
    >
      <Loaded from={people}>
        {(shown) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            {[own, own === "host" ? ("partner" as const) : ("host" as const)].map((side) => (
              <SideOfPeople
                key={side}
                side={side}
                people={shown}
                actOn={actOn ? (assignment) => actOn(shown, assignment) : undefined}
              />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
    </Panel>
  )
}
