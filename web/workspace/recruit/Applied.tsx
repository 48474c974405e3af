import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listApplications } from "#contract/recruitment"
import { applicationPath } from "#paths/recruit"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { ApplicationMark } from "./ApplicationMark.tsx"

/** What a candidate applied with. */
export const Applied = ({ candidateId }: { candidateId: string }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const found = useEndpoint(listApplications, { query: { candidate: candidateId } })
  return (
    <Panel title={t("forms.application")} isFlush>
      <Loaded from={found}>
        {({ items }) => (
          <Rows>
            {items.map(({ id, formTitle, person, receivedAt, state }) => (
              <Row
                key={id}
                name={
                  <Anchor component={Link} to={applicationPath(slug, id)}>
                    {formTitle}
                  </Anchor>
                }
                lines={<RowLine>{[person, format.moment(receivedAt)].join(" · ")}</RowLine>}
                end={<ApplicationMark state={state} />}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Panel>
  )
}
