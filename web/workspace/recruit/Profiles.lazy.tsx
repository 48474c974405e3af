import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { listProfiles } from "#contract/recruitment"
import { TypeBadge } from "#marks/TypeBadge"
import { profilePath, recruitPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { NewProfile } from "./NewProfile.tsx"

/** What a partner of each type should be like. */
const Profiles = () => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const [isMaking, setMaking] = useState(false)
  const found = useEndpoint(listProfiles, {})
  const make = (
    <ActionButton
      size="xs"
      disabledReason={found.data && reasonOf(found.data.abilities.make)}
      onClick={() => setMaking(true)}
    >
      {t("profiles.new")}
    </ActionButton>
  )
  return (
    <Page
      title={t("profiles.title")}
      answer={t("profiles.answer")}
      actions={make}
      back={{ to: recruitPath(slug), label: t("title") }}
      width="reading"
    >
      <Panel isFlush>
        <Loaded from={found}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t("profiles.empty")} action={make}>
                {t("profiles.emptyText")}
              </EmptyState>
            ) : (
              <Rows>
                {items.map(({ id, name, partnershipType, region, published, isRetired, candidates }) => (
                  <Row
                    key={id}
                    name={
                      <Anchor component={Link} to={profilePath(slug, id)}>
                        {name}
                      </Anchor>
                    }
                    lines={
                      <RowLine>
                        {[
                          region,
                          isRetired
                            ? t("profiles.retired")
                            : published === null
                              ? t("profiles.unpublished")
                              : t("profiles.version", { number: published }),
                          t("profiles.candidates", { count: candidates }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </RowLine>
                    }
                    end={<TypeBadge type={partnershipType} />}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Panel>
      {isMaking ? <NewProfile onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

export default Profiles
