import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { getTemplate, listAgreements } from "#contract/agreements"
import { getPartnership } from "#contract/portfolio"
import { languageOf } from "#core/languages"
import { partnershipPath } from "#paths/partnership"
import { Page } from "#ui/Page"
import { ForbiddenState, Loaded } from "#ui/states"
import { AgreementForm } from "./AgreementForm.tsx"

/** Enters a signed agreement, starting from what this type of partnership usually signs. */
export default function NewAgreement() {
  const { t, i18n } = useTranslation("agreements")
  const { slug = "", partnership: id = "" } = useParams({ strict: false })
  const partnership = useEndpoint(getPartnership, { params: { partnership: id } })
  const agreements = useEndpoint(listAgreements, { params: { partnership: id } })
  const type = partnership.data?.type
  const template = useEndpoint(
    getTemplate,
    { params: { type: type ?? "reseller" }, query: { language: languageOf(i18n.language) } },
    { isEnabled: type !== undefined },
  )
  const name = partnership.data?.name ?? ""
  return (
    <Page
      title={t("new.title")}
      answer={t("new.answer")}
      back={{ to: partnershipPath(slug, id), label: name === "" ? t("new.back") : name }}
      width="reading"
    >
      <Loaded from={partnership}>
        {({ currency }) => (
          <Loaded from={agreements}>
            {({ abilities }) =>
              abilities.enter === true ? (
                <Loaded from={template}>
                  {(found) => (
                    <AgreementForm
                      partnershipId={id}
                      partnershipName={name}
                      currency={currency}
                      template={found}
                      slug={slug}
                    />
                  )}
                </Loaded>
              ) : (
                <ForbiddenState reason={reasonOf(abilities.enter)} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
