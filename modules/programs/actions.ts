import { appealActions } from "./actions/appeals.ts"
import { certificateActions } from "./actions/certificates.ts"
import { enrolmentActions } from "./actions/enrolments.ts"
import { programActions } from "./actions/programs.ts"

export const actions = [...programActions, ...enrolmentActions, ...certificateActions, ...appealActions]
