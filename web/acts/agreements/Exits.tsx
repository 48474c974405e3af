import { Table, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { NoticeState } from "#contract/agreements"
import { formatIn } from "#core/format"
import { timeZoneHere } from "#ui/placeFields"
import { useFormat, useLocale } from "#ui/text"

/** The days on which it can be ended, until when notice has to be there for each, and what the reader's clock shows then. */
export const Exits = ({ state: { exits, timeZone } }: { state: NoticeState }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const locale = useLocale()
  if (exits.length === 0) return null
  const here = formatIn(locale, timeZoneHere)
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table verticalSpacing={6} captionSide="top">
        <Table.Caption>{t("giving.when")}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("giving.exitOn")}</Table.Th>
            <Table.Th>{t("giving.lastOn")}</Table.Th>
            <Table.Th>{t("giving.actBy")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exits.map(({ endsOn, lastOn, closesAt, actBy }) => (
            <Table.Tr key={endsOn}>
              <Table.Td>{format.date(endsOn)}</Table.Td>
              <Table.Td>
                {t("giving.until", { day: format.date(lastOn), zone: timeZone })}
                {timeZone === timeZoneHere ? null : (
                  <Text size="xs" c="dimmed">
                    {t("giving.yours", { moment: here.moment(closesAt) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{format.date(actBy)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
