import { useEndpoint } from "#client/useEndpoint"
import { listOccurrences } from "#contract/commitments"
import { Loaded } from "#ui/states"
import { MissedRows } from "./MissedRows.tsx"
import type { HomeView } from "./view.ts"

/** What was missed longer ago than is counted. */
const OlderMisses = ({ whose, slug }: { whose: HomeView["whose"]; slug: string }) => {
  const query = { older: "true", whose, sort: "-dueOn", limit: 100 } as const
  const older = useEndpoint(listOccurrences, { query })
  return <Loaded from={older}>{(found) => <MissedRows found={found} slug={slug} />}</Loaded>
}

export default OlderMisses
