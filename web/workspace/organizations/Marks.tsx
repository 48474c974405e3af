import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { listMarks, type MarkForHost, removeMark } from "#contract/organizations"
import { importRunPath } from "#paths/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"

/** By what files know a company besides its name, where each comes from, and a way to take a wrong one away. */
export const Marks = ({ organizationId }: { organizationId: string }) => {
  const { t } = useTranslation("organizations")
  const marks = useEndpoint(listMarks, { params: { organization: organizationId } })
  return (
    <Panel title={t("marks.title")} hint={t("marks.hint")} isFlush>
      <Loaded from={marks}>
        {({ items, abilities }) => (
          <>
            {items.length === 0 ? <RowsNote>{t("marks.none")}</RowsNote> : null}
            <Rows>
              {items.map((mark) => (
                <MarkRow
                  key={`${mark.kind} ${mark.value} ${mark.id}`}
                  {...{ organizationId, mark, reason: reasonOf(abilities.remove) }}
                />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

/** A company's own record came with an import or was made here; what else is known was brought by a later file. */
const whence = (id: string | null, importId: string | null) =>
  id === null ? (importId === null ? "own" : "ownImported") : importId === null ? "entered" : "came"

type MarkRowProps = { organizationId: string; mark: MarkForHost; reason: string | undefined }

const MarkRow = ({ organizationId, mark: { id, kind, value, importId, addedAt }, reason }: MarkRowProps) => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const remove = useAct(removeMark, { done: () => t("marks.removed") })
  return (
    <Row
      name={value}
      lines={
        <>
          <RowLine>{t(`marks.kind.${kind}`)}</RowLine>
          <RowLine>
            {t(`marks.${whence(id, importId)}`)} <MomentText at={addedAt} />
            {importId === null ? null : (
              <>
                {" · "}
                <Anchor component={Link} to={importRunPath(slug, importId)} size="sm">
                  {t("marks.import")}
                </Anchor>
              </>
            )}
          </RowLine>
        </>
      }
      end={
        id === null ? undefined : (
          <ActionButton
            variant="subtle"
            size="xs"
            loading={remove.isPending}
            disabledReason={reason}
            aria-label={t("marks.removeOf", { value })}
            onClick={() => remove.mutate({ params: { organization: organizationId, mark: id } })}
          >
            {t("marks.remove")}
          </ActionButton>
        )
      }
    />
  )
}
