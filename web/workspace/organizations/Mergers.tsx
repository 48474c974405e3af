import { Group } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { listMergers, type Merger, undoMerger } from "#contract/mergers"
import type { OrganizationForHost } from "#contract/organizations"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { MomentText, useFormat } from "#ui/text"
import { MergeDialog } from "./MergeDialog.tsx"
import { SplitDialog } from "./SplitDialog.tsx"
import { useCounted } from "./useCounted.ts"

/** What became part of a company and what was taken out of it, each with the way back. */
export const Mergers = ({ organization, goes }: { organization: OrganizationForHost; goes: string | undefined }) => {
  const { t } = useTranslation("organizations")
  const found = useEndpoint(listMergers, { params: { organization: organization.id } })
  const [isMerging, merging] = useDisclosure(goes !== undefined)
  const [isSplitting, splitting] = useDisclosure(false)
  const navigate = useNavigate()
  const close = () => {
    merging.close()
    // Whoever comes back to this address does not merge again.
    if (goes !== undefined) void navigate({ to: ".", search: {}, replace: true })
  }
  const ability = found.data?.abilities.merge
  const reason = ability === undefined ? undefined : reasonOf(ability)
  return (
    <Panel
      title={t("merge.title")}
      hint={t("merge.hint")}
      isFlush
      aside={
        <Group gap="xs">
          <ActionButton size="xs" variant="default" disabledReason={reason} onClick={merging.open}>
            {t("merge.open")}
          </ActionButton>
          <ActionButton size="xs" variant="default" disabledReason={reason} onClick={splitting.open}>
            {t("split.open")}
          </ActionButton>
        </Group>
      }
    >
      <Loaded from={found}>
        {({ items }) => (
          <>
            {items.length === 0 ? <RowsNote>{t("merge.none")}</RowsNote> : null}
            <Rows>
              {items.map((merger) => (
                <Line key={merger.id} merger={merger} organizationId={organization.id} />
              ))}
            </Rows>
          </>
        )}
      </Loaded>
      {isMerging && reason === undefined ? (
        <MergeDialog organization={organization} first={goes} onClose={close} />
      ) : null}
      {isSplitting ? <SplitDialog organization={organization} onClose={splitting.close} /> : null}
    </Panel>
  )
}

const Line = ({ merger, organizationId }: { merger: Merger; organizationId: string }) => {
  const { t } = useTranslation("organizations")
  const format = useFormat()
  const counted = useCounted()
  const { kind, former, next, moved, madeBy, madeAt, undoneAt, abilities } = merger
  const undo = useAct(undoMerger, {
    done: ({ kept }) => {
      const left = [
        ...kept.rows.map(({ table, count }) => counted(table, count)),
        ...kept.fields.map((field) => fieldName(field)),
      ]
      return left.length === 0 ? t("merge.undone") : t("merge.undoneBut", { kept: left })
    },
  })
  const fieldName = (field: string) => t(field as "name")
  const isOut = kind === "split" && former.id === organizationId
  const sentence = kind === "merge" ? "merge.became" : isOut ? "split.out" : "split.of"
  return (
    <Row
      name={t(sentence, { name: isOut ? next.name : former.name })}
      lines={
        <>
          <RowLine>{format.commas(moved.map(({ table, count }) => counted(table, count)).filter(Boolean))}</RowLine>
          <RowLine>
            <MomentText at={madeAt} /> {madeBy ?? ""}
          </RowLine>
        </>
      }
      end={
        undoneAt === null ? (
          <ActionButton
            size="xs"
            variant="subtle"
            loading={undo.isPending}
            disabledReason={reasonOf(abilities.undo)}
            onClick={() => undo.mutate({ params: { merger: merger.id }, input: {} })}
          >
            {t("merge.undo")}
          </ActionButton>
        ) : (
          <RowLine>{t("merge.isUndone")}</RowLine>
        )
      }
    />
  )
}
