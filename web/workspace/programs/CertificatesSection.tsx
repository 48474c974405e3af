import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Certificates } from "#acts/Certificates"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { type CertificateView, takeBackCertificate } from "#contract/programs"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import { RecordCertificate } from "./RecordCertificate.tsx"

/** Who of the partner is certified, and for whoever may, recording it and taking it back. */
export const CertificatesSection = ({ partnershipId }: { partnershipId: string }) => (
  <Certificates
    partnershipId={partnershipId}
    actOnAll={({ abilities }) => <Record {...{ partnershipId }} ability={abilities.record} />}
    actOn={(certificate) => (certificate.abilities.takeBack === true ? <TakeBack certificate={certificate} /> : null)}
  />
)

const Record = ({ partnershipId, ability }: { partnershipId: string; ability: Ability }) => {
  const { t } = useTranslation("programs")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton size="xs" variant="default" disabledReason={reasonOf(ability)} onClick={() => setOpen(true)}>
        {t("certificate.open")}
      </ActionButton>
      {isOpen ? <RecordCertificate partnershipId={partnershipId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const TakeBack = ({ certificate: { id, person, kind } }: { certificate: CertificateView }) => {
  const { t } = useTranslation("programs")
  const takeBack = useAct(takeBackCertificate, { showsProblem: false })
  return (
    <Confirm
      question={t("certificate.takeBackQuestion", { person, kind })}
      consequence={t("certificate.takeBackConsequence")}
      verb={t("certificate.takeBack")}
      isDangerous
      onConfirm={() => takeBack.mutateAsync({ params: { certificate: id } })}
    >
      {(open) => (
        <ActionButton size="xs" variant="subtle" color="gray" onClick={open}>
          {t("certificate.takeBack")}
        </ActionButton>
      )}
    </Confirm>
  )
}
