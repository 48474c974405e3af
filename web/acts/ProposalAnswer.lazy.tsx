import { useEndpoint } from "#client/useEndpoint"
import { getOccurrence } from "#contract/commitments"
import { PromiseActs } from "./PromiseActs.tsx"

/** The answer to what the other party proposes, where one reads of it; nothing once somebody has given it. */
const ProposalAnswer = ({ occurrence }: { occurrence: string }) => {
  const { data } = useEndpoint(getOccurrence, { params: { occurrence } })
  return data?.abilities.answer === true ? <PromiseActs promise={data} /> : null
}

export default ProposalAnswer
