import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type CertificateView, listCertificates } from "#contract/programs"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

type CertificatesProps = {
  partnershipId: string
  actOnAll?: (found: OutputOf<typeof listCertificates>) => ReactNode
  actOn?: (certificate: CertificateView) => ReactNode
}

/** Who of the partner is certified for what, and until when; what has run out stays readable. */
export const Certificates = ({ partnershipId, actOnAll, actOn }: CertificatesProps) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const found = useEndpoint(listCertificates, { params: { partnership: partnershipId } })
  const until = ({ validUntil, isValid }: CertificateView) =>
    validUntil === null
      ? t("certificates.forGood")
      : t(isValid ? "certificates.until" : "certificates.ranOut", { date: format.date(validUntil) })
  return (
    <Panel
      title={t("certificates.title")}
      hint={t("certificates.hint")}
      aside={found.data ? actOnAll?.(found.data) : null}
      isFlush
    >
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("certificates.empty")}>{t("certificates.emptyText")}</EmptyState>
          ) : (
            <Rows>
              {items.map((certificate) => (
                <Row
                  key={certificate.id}
                  name={certificate.person}
                  lines={
                    <RowLine>
                      {t("certificates.line", {
                        kind: certificate.kind,
                        date: format.date(certificate.issuedOn),
                        until: until(certificate),
                      })}
                    </RowLine>
                  }
                  end={actOn?.(certificate)}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  )
}
