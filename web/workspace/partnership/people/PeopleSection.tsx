import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnershipPeople } from "#contract/people"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { AssignRole } from "./AssignRole.tsx"
import { SideOfPeople } from "./SideOfPeople.tsx"

/** Who plays which part on either side, who did before, and which parts nobody plays. */
export const PeopleSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  const people = useEndpoint(getPartnershipPeople, { params: { partnership: partnershipId } })
  return (
    <Panel
      title={t("section.people")}
      hint={people.data ? t("vacancies", { count: people.data.vacancies.length }) : undefined}
      aside={people.data ? <AssignRole partnershipId={partnershipId} ability={people.data.abilities.assign} /> : null}
    >
      <Loaded from={people}>
        {(shown) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            <SideOfPeople side="host" people={shown} />
            <SideOfPeople side="partner" people={shown} />
          </SimpleGrid>
        )}
      </Loaded>
    </Panel>
  )
}
