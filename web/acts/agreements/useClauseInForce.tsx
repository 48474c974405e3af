import { useEndpoint } from "#client/useEndpoint"
import { listAgreementClauses } from "#contract/agreements"

type Line = Readonly<{ agreementId: string | null; clauseKey: string | null }>

/** The clause of the words that hold, of which a promise or goal is; undefined where it comes from none of them. */
export const useClauseInForce = ({ agreementId, clauseKey }: Line) => {
  const isNamed = agreementId !== null && clauseKey !== null
  const { data } = useEndpoint(
    listAgreementClauses,
    { params: { agreement: agreementId ?? "" } },
    { isEnabled: isNamed },
  )
  const named = data?.items.find(({ key }) => key === clauseKey)
  if (named === undefined || !data?.draftId) return undefined
  return { name: `${named.number} ${named.heading}`.trim(), draftId: data.draftId, anchor: `clause-${named.key}` }
}
